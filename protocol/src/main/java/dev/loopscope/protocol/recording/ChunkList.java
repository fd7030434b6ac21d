package dev.loopscope.protocol.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chunks of a file and how it ends: from the index if there is a good one, else by going from
 * header to header. Either way the frames themselves are not read.
 */
record ChunkList(List<ChunkInfo> chunks, RecordingEnd end) {

  static ChunkList of(RecordingFile file) throws IOException {
    List<ChunkInfo> indexed = fromIndex(file);
    return indexed != null
        ? new ChunkList(indexed, RecordingEnd.complete(file.size()))
        : walk(file);
  }

  private static @Nullable List<ChunkInfo> fromIndex(RecordingFile file) throws IOException {
    long trailerAt = file.size() - Footer.TRAILER_BYTES;
    if (trailerAt < FileHeader.BYTES) {
      return null;
    }
    ByteBuffer trailer = ByteBuffer.wrap(file.read(trailerAt, Footer.TRAILER_BYTES));
    long footerAt = trailer.getLong(0);
    boolean possible =
        trailer.getInt(Long.BYTES) == Footer.END_MAGIC
            && footerAt >= FileHeader.BYTES
            && footerAt < trailerAt
            && trailerAt - footerAt <= Footer.MAX_BYTES;
    return possible
        ? Footer.parse(file.read(footerAt, (int) (trailerAt - footerAt)), footerAt)
        : null;
  }

  private static ChunkList walk(RecordingFile file) throws IOException {
    List<ChunkInfo> chunks = new ArrayList<>();
    long at = FileHeader.BYTES;
    while (file.size() - at >= ChunkHeader.BYTES) {
      byte[] header = file.read(at, ChunkHeader.BYTES);
      ChunkInfo chunk = ChunkHeader.parse(header, at);
      if (chunk == null) {
        return new ChunkList(chunks, endAt(at, header, file.size()));
      }
      if (chunk.endOffset() > file.size()) {
        break;
      }
      chunks.add(chunk);
      at = chunk.endOffset();
    }
    return new ChunkList(chunks, RecordingEnd.unfinished(at, file.size() - at));
  }

  /** What it means that there is no chunk at {@code at}. */
  private static RecordingEnd endAt(long at, byte[] found, long size) {
    ByteBuffer bytes = ByteBuffer.wrap(found);
    if (bytes.getInt(0) != Footer.MAGIC) {
      return RecordingEnd.damaged(at, "a chunk should begin there");
    }
    boolean cutOff = size - at < Footer.bytesFor(bytes.getInt(4));
    return cutOff
        ? RecordingEnd.unfinished(at, size - at)
        : RecordingEnd.damaged(at, "the index there is wrong; all chunks are readable");
  }
}
