package dev.loopscope.protocol.recording;

import dev.loopscope.protocol.Definitions;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.codec.FrameReader;
import dev.loopscope.protocol.codec.ProtocolException;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recording, one chunk in memory at a time. Read from the start it gives the frames as they
 * were written, plus definitions said again; after {@link #seek} it gives first what must be known
 * to begin there. For one thread at a time; several readers may be open on one file.
 *
 * <p>Where a recording is cut off or damaged, {@link #next()} returns null and {@link #end()} says
 * why.
 */
public final class RecordingReader implements Closeable {

  /** What ran is told well within this time, so nothing shorter is cut off at the beginning. */
  private static final long TOLD_WITHIN_NANOS = 1_000_000_000L;

  private final RecordingFile file;
  private final List<ChunkInfo> chunks;
  private final Hello hello;
  private final long fromNanos;
  private RecordingEnd end;

  private int nextChunk;
  private @Nullable FrameReader frames;
  private long contextBytes;
  private boolean skipContext;

  private RecordingReader(RecordingFile file, Path path) throws IOException {
    this.file = file;
    FileHeader.check(file.read(0, (int) Math.min(FileHeader.BYTES, file.size())), path);
    ChunkList list = ChunkList.of(file);
    chunks = List.copyOf(list.chunks());
    end = list.end();
    hello = firstHello(path);
    fromNanos = beginning();
    rewind();
  }

  /**
   * Opens a recording, complete or not.
   *
   * @throws RecordingException when there is nothing to read, with a sentence for the user
   */
  public static RecordingReader open(Path path) throws IOException {
    RecordingFile file = RecordingFile.open(path);
    try {
      return new RecordingReader(file, path);
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }

  private Hello firstHello(Path path) throws IOException {
    if (chunks.isEmpty()) {
      throw new RecordingException(
          end.state() == RecordingEnd.State.DAMAGED
              ? "%s is damaged from byte %d on, before anything that could be shown. Open another copy."
                  .formatted(path, end.atByte())
              : "%s holds no data: whoever wrote it was stopped within the first second. Record again."
                  .formatted(path));
    }
    try {
      openChunk();
      Frame first = readFrame();
      if (first instanceof Hello found) {
        return found;
      }
    } catch (ProtocolException e) {
      throw new RecordingException("%s cannot be opened. %s".formatted(path, e.getMessage()), e);
    }
    throw new RecordingException(
        "%s is damaged from its start: it does not say what was recorded. Open another copy."
            .formatted(path));
  }

  /**
   * From when on all is there. The first chunk has no context when the recording begins where the
   * agent attached. One that was cut out of a longer stream begins about where its context stood:
   * runs that began long before it may end in it, but of that time nothing else is known.
   */
  private long beginning() throws IOException {
    ChunkInfo first = chunks.get(0);
    FrameReader context = frames;
    if (context == null || first.contextBytes() == 0) {
      return hello.attachedNanos();
    }
    long from = Math.max(hello.attachedNanos(), first.fromNanos());
    Span before = new Span();
    try {
      Frame frame = context.read();
      while (frame != null && context.bytesRead() <= first.contextBytes()) {
        before.add(frame);
        frame = context.read();
      }
    } catch (ProtocolException e) {
      // Whoever reads the frames comes to the same damage and is told of it then.
      return from;
    }
    return before.isEmpty() ? from : Math.max(from, before.toNanos() - TOLD_WITHIN_NANOS);
  }

  /**
   * From when on the recording holds what happened: where the agent attached, or later when it is a
   * part of a longer session. Of what began before it may hold the end.
   */
  public long fromNanos() {
    return fromNanos;
  }

  /** Who was recorded, when, and with which settings. */
  public Hello hello() {
    return hello;
  }

  /** All chunks in file order; those behind damage may be among them. */
  public List<ChunkInfo> chunks() {
    return chunks;
  }

  /** How the recording ends, as far as is known: damage within a chunk shows when it is read. */
  public RecordingEnd end() {
    return end;
  }

  /** Goes back to the start. */
  public void rewind() {
    seek(0);
  }

  /**
   * Goes on with chunk {@code index} of {@link #chunks()}: Hello, definitions and the last state of
   * every loop come first, as far as they are not of the chunk itself.
   */
  public void seek(int index) {
    nextChunk = index;
    frames = null;
    skipContext = false;
  }

  /**
   * Goes to the first chunk that has anything at or after {@code nanos}, or past the end. A run
   * stands in the chunk in which it ended.
   */
  public void seekToTime(long nanos) {
    int index = 0;
    while (index < chunks.size() && chunks.get(index).toNanos() < nanos) {
      index++;
    }
    seek(index);
  }

  /** The number of the chunk from which the next frame comes; equal to their count at the end. */
  public int position() {
    return frames == null ? nextChunk : nextChunk - 1;
  }

  /**
   * The next frame, null at the end or where damage begins.
   *
   * @throws IOException when the disk fails
   */
  public @Nullable Frame next() throws IOException {
    try {
      while (frames != null || nextChunk < chunks.size()) {
        if (frames == null) {
          openChunk();
        }
        Frame frame = readFrame();
        if (frame == null) {
          endChunk();
        } else if (isWanted(frame)) {
          return frame;
        }
      }
    } catch (ProtocolException e) {
      stopAtDamage(String.valueOf(e.getMessage()));
    }
    return null;
  }

  private @Nullable Frame readFrame() throws IOException {
    return frames == null ? null : frames.read();
  }

  /** Context was said before when the chunk before was read, but for names it did not need. */
  private boolean isWanted(Frame frame) {
    return !skipContext
        || frame instanceof Definitions
        || (frames != null && frames.bytesRead() > contextBytes);
  }

  private void endChunk() {
    frames = null;
    skipContext = true;
  }

  private void openChunk() throws IOException {
    ChunkInfo chunk = chunks.get(nextChunk);
    byte[] bytes = file.read(chunk.offset(), (int) chunk.bytes());
    boolean good =
        chunk.equals(ChunkHeader.parse(bytes, chunk.offset()))
            && ChunkHeader.payloadCrc(bytes)
                == ChunkHeader.crc(bytes, ChunkHeader.BYTES, chunk.payloadBytes());
    if (!good) {
      throw new ProtocolException("its check sum is wrong");
    }
    contextBytes = chunk.contextBytes();
    frames =
        new FrameReader(new ByteArrayInputStream(bytes, ChunkHeader.BYTES, chunk.payloadBytes()));
    nextChunk++;
  }

  private void stopAtDamage(String why) {
    ChunkInfo damaged = chunks.get(position());
    end = RecordingEnd.damaged(damaged.offset(), why);
    seek(chunks.size());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
