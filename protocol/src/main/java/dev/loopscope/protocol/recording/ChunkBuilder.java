package dev.loopscope.protocol.recording;

import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.codec.FrameWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a stream of frames into chunks that stand alone. A chunk ends after about {@value
 * #TARGET_BYTES} bytes or a second of the stream's time, so that a writer that is killed loses no
 * more.
 *
 * <p>What a chunk must repeat is known only when it ends (the names it refers to), but must be as
 * it was when it began; so frames that change the context take effect on it at the chunk's end.
 */
final class ChunkBuilder {

  static final int TARGET_BYTES = 1 << 20;
  static final long TARGET_NANOS = 1_000_000_000L;

  /** Context past this is left out; no honest stream comes near it. */
  private static final int MAX_CONTEXT_BYTES = 8 << 20;

  private final ChunkSink sink;
  private final StreamContext context = new StreamContext();
  private final List<Frame> contextChanges = new ArrayList<>();
  private final References references = new References();
  private final Span span = new Span();
  private final PayloadBuffer contextBytes = new PayloadBuffer();
  private final PayloadBuffer bodyBytes = new PayloadBuffer();
  private final FrameWriter contextWriter = new FrameWriter(contextBytes);
  private final FrameWriter bodyWriter = new FrameWriter(bodyBytes);

  private boolean begun;
  private long bodyStart;
  private long framesStart;
  private long firstToNanos;
  private long lastToNanos;

  ChunkBuilder(ChunkSink sink) {
    this.sink = sink;
  }

  /** Adds a frame; hands a chunk to the sink when it is full. */
  void add(Frame frame) throws IOException {
    if (!begun && !(frame instanceof Hello)) {
      throw new RecordingException(
          "The stream does not begin with Hello, so it does not say what it is about:"
              + " nothing is recorded. Attach again.");
    }
    begun = true;
    bodyWriter.write(frame);
    references.add(frame);
    if (StreamContext.concerns(frame)) {
      contextChanges.add(frame);
    }
    boolean first = span.isEmpty();
    span.add(frame);
    if (first) {
      firstToNanos = span.toNanos();
    }
    if (bodySize() >= TARGET_BYTES
        || (!span.isEmpty() && span.toNanos() - firstToNanos >= TARGET_NANOS)) {
      finish();
    }
  }

  private long bodySize() {
    return bodyWriter.bytesWritten() - bodyStart;
  }

  /** Ends the chunk, if it has any frame. */
  void finish() throws IOException {
    if (bodySize() == 0) {
      return;
    }
    long contextFrames = writeContext();
    bodyWriter.flush();
    long payload = (long) contextBytes.size() + bodyBytes.size();
    if (payload > ChunkHeader.MAX_PAYLOAD_BYTES) {
      throw new RecordingException(
          "A single message of %d bytes is too large to be recorded.".formatted(payload));
    }
    if (!span.isEmpty()) {
      lastToNanos = span.toNanos();
    }
    long frames = contextFrames + bodyWriter.framesWritten() - framesStart;
    ChunkInfo chunk =
        new ChunkInfo(
            0,
            (int) payload,
            contextBytes.size(),
            (int) frames,
            span.isEmpty() ? lastToNanos : span.fromNanos(),
            lastToNanos);
    byte[] bytes = assemble(chunk);
    startNext();
    sink.accept(chunk, bytes);
  }

  private long writeContext() throws IOException {
    long framesBefore = contextWriter.framesWritten();
    long bytesBefore = contextWriter.bytesWritten();
    for (Frame frame : context.frames(references)) {
      if (contextWriter.bytesWritten() - bytesBefore < MAX_CONTEXT_BYTES) {
        contextWriter.write(frame);
      }
    }
    contextWriter.flush();
    return contextWriter.framesWritten() - framesBefore;
  }

  private byte[] assemble(ChunkInfo chunk) {
    byte[] bytes = new byte[(int) chunk.bytes()];
    ByteBuffer payload = ByteBuffer.wrap(bytes).position(ChunkHeader.BYTES);
    contextBytes.copyTo(payload);
    bodyBytes.copyTo(payload);
    int crc = ChunkHeader.crc(bytes, ChunkHeader.BYTES, chunk.payloadBytes());
    ChunkHeader.put(bytes, chunk, crc);
    return bytes;
  }

  private void startNext() {
    contextChanges.forEach(context::learn);
    contextChanges.clear();
    references.clear();
    span.clear();
    contextBytes.reset();
    bodyBytes.reset();
    bodyStart = bodyWriter.bytesWritten();
    framesStart = bodyWriter.framesWritten();
  }
}
