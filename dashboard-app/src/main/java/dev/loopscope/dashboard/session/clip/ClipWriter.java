package dev.loopscope.dashboard.session.clip;

import dev.loopscope.dashboard.alert.Alert;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

/**
 * Writes clips on a thread of its own, so that the reader of the session never waits for the disk.
 * A disk that is full or gone costs the clip, never the session.
 */
public final class ClipWriter implements Clips, AutoCloseable {

  private static final int MAX_WAITING = 16;
  private static final int MAX_REMEMBERED = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final ClipSource source;
  private final ClipFolder folder;
  private final String session;
  private final LongFunction<Instant> wall;
  private final ThreadPoolExecutor work;
  private final List<Clip> clips = new ArrayList<>();
  private String problem = "";

  /**
   * @param session name of the session, for the names of files
   * @param wall the wall clock at a moment of the session
   */
  public ClipWriter(
      ClipSource source, ClipFolder folder, String session, LongFunction<Instant> wall) {
    this.source = source;
    this.folder = folder;
    this.session = session;
    this.wall = wall;
    work =
        new ThreadPoolExecutor(
            1,
            1,
            PATIENCE.toSeconds(),
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            task -> {
              Thread thread = new Thread(task, "loopscope-clips");
              thread.setDaemon(true);
              return thread;
            });
    work.allowCoreThreadTimeOut(true);
  }

  /** Has the clip of {@code alert} written; returns at once. */
  void keep(Alert alert, long fromNanos, long toNanos) {
    try {
      work.execute(() -> write(alert, fromNanos, toNanos));
    } catch (RejectedExecutionException e) {
      tell("An alert has no clip because too many came at once. Mute what you know of.");
    }
  }

  private void write(Alert alert, long fromNanos, long toNanos) {
    try {
      Path file = folder.next(name(alert));
      source.saveTo(file, fromNanos, toNanos);
      kept(new Clip(alert.id(), alert.key(), file, fromNanos, toNanos));
      folder.trim();
    } catch (IOException e) {
      tell(
          "An alert has no clip ("
              + e.getMessage()
              + "). The session goes on; free some space in "
              + folder.path()
              + " or turn clips off in the settings.");
    } catch (RuntimeException e) {
      tell("An alert has no clip (" + e + "). The session goes on.");
    }
  }

  private String name(Alert alert) {
    return TIME.format(wall.apply(alert.fromNanos()))
        + " "
        + alert.rule()
        + " "
        + alert.key().where()
        + " "
        + session;
  }

  private synchronized void kept(Clip clip) {
    clips.add(clip);
    if (clips.size() > MAX_REMEMBERED) {
      clips.remove(0);
    }
    problem = "";
  }

  private synchronized void tell(String what) {
    problem = what;
  }

  @Override
  public synchronized List<Clip> all() {
    return List.copyOf(clips);
  }

  @Override
  public synchronized String problem() {
    return problem;
  }

  /** Waits for what is being written, but not for ever. */
  @Override
  public void close() {
    work.shutdown();
    try {
      if (!work.awaitTermination(PATIENCE.toNanos(), TimeUnit.NANOSECONDS)) {
        work.shutdownNow();
      }
    } catch (InterruptedException e) {
      work.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
