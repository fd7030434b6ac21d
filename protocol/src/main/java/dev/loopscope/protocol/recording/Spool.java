package dev.loopscope.protocol.recording;

import dev.loopscope.protocol.Frame;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The last minutes of a live session, on disk in temporary files, bounded by size and by age. What
 * is too old is dropped a chunk at a time; since every chunk stands alone, what is left can be
 * saved as a recording at any moment by copying it, while more is written.
 *
 * <p>{@link #write} is for one thread; saving may be done by others. A save holds up the writer
 * only while it ends the current chunk.
 */
public final class Spool implements Closeable {

  public static final long DEFAULT_MAX_BYTES = 256L << 20;
  public static final Duration DEFAULT_MAX_AGE = Duration.ofMinutes(10);

  private static final int SEGMENTS = 32;

  private final long maxBytes;
  private final long maxAgeNanos;
  private final ChunkBuilder builder;
  private final Deque<SpooledChunk> chunks = new ArrayDeque<>();
  private long bytes;
  private boolean closed;

  /** A spool of the default size. */
  public Spool() throws IOException {
    this(DEFAULT_MAX_BYTES, DEFAULT_MAX_AGE);
  }

  /**
   * A spool that keeps at most {@code maxBytes} (a little more on disk, until a temporary file
   * holds nothing that is kept) and at most {@code maxAge} of the stream's time. The newest chunk
   * is always kept.
   */
  public Spool(long maxBytes, Duration maxAge) throws IOException {
    this.maxBytes = maxBytes;
    maxAgeNanos = maxAge.toNanos();
    builder = new ChunkBuilder(this::append);
  }

  /**
   * Adds a frame. The first one must be Hello.
   *
   * @throws IOException when the frame breaks a limit or the disk fails; what is kept can still be
   *     saved
   */
  public synchronized void write(Frame frame) throws IOException {
    requireOpen();
    builder.add(frame);
  }

  /** Bytes that are kept now, not counting the chunk that is being filled. */
  public synchronized long bytes() {
    return bytes;
  }

  /** The earliest time that is kept, 0 when nothing is. */
  public synchronized long fromNanos() {
    SpooledChunk first = chunks.peekFirst();
    return first == null ? 0 : first.info().fromNanos();
  }

  /**
   * Saves everything that is kept as a recording. The file appears, replacing an older one, only
   * when it is complete. The session goes on.
   *
   * @throws RecordingException when it cannot be saved, with a sentence for the user; an older file
   *     is then unchanged
   */
  public void saveTo(Path file) throws IOException {
    save(file, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  /**
   * Saves the chunks that have anything between the two times, both included: some seconds more
   * than that.
   *
   * @throws RecordingException likewise, or when nothing of that time is kept
   */
  public void saveTo(Path file, long fromNanos, long toNanos) throws IOException {
    save(file, fromNanos, toNanos);
  }

  private void save(Path file, long fromNanos, long toNanos) throws IOException {
    List<SpooledChunk> kept = retain(fromNanos, toNanos);
    try {
      if (kept.isEmpty()) {
        throw new RecordingException(
            "%s was not saved: nothing of that time is kept any more. Save sooner, or keep more."
                .formatted(file));
      }
      SavedFile.write(file, kept);
    } finally {
      for (SpooledChunk chunk : kept) {
        chunk.segment().close();
      }
    }
  }

  private synchronized List<SpooledChunk> retain(long fromNanos, long toNanos) throws IOException {
    requireOpen();
    builder.finish();
    List<SpooledChunk> kept = new ArrayList<>();
    for (SpooledChunk chunk : chunks) {
      if (chunk.info().overlaps(fromNanos, toNanos)) {
        chunk.segment().retain();
        kept.add(chunk);
      }
    }
    return kept;
  }

  private void append(ChunkInfo chunk, byte[] whole) throws IOException {
    Segment segment = segmentForNext();
    long offset;
    try {
      offset = segment.append(whole);
    } catch (IOException e) {
      segment.close();
      throw new RecordingException(
          "The session is no longer kept on disk (%s): free some space in the folder for temporary files. What was kept before can still be saved."
              .formatted(e.getMessage()),
          e);
    }
    chunks.addLast(new SpooledChunk(segment, chunk.at(offset)));
    bytes += whole.length;
    dropOld(chunk.toNanos());
  }

  /** The last segment while it is small, else a new one; either way held once more. */
  private Segment segmentForNext() throws IOException {
    SpooledChunk last = chunks.peekLast();
    if (last != null && last.segment().size() < maxBytes / SEGMENTS) {
      last.segment().retain();
      return last.segment();
    }
    return new Segment();
  }

  private void dropOld(long nowNanos) throws IOException {
    while (chunks.size() > 1
        && (bytes > maxBytes || nowNanos - chunks.getFirst().info().toNanos() > maxAgeNanos)) {
      drop(chunks.removeFirst());
    }
  }

  private void drop(SpooledChunk chunk) throws IOException {
    bytes -= chunk.info().bytes();
    chunk.segment().close();
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The spool is closed.");
    }
  }

  /** Drops everything; a save that is under way still succeeds. */
  @Override
  public synchronized void close() throws IOException {
    closed = true;
    while (!chunks.isEmpty()) {
      drop(chunks.removeFirst());
    }
  }
}
