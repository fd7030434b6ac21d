package dev.loopscope.agent.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the JVM tells about its collections: counts at once, details some time later. */
interface GcSource extends AutoCloseable {

  /** Names of the collectors that stop the JVM. */
  List<String> collectors();

  /** How many collections the collector with this index in {@link #collectors} has done. */
  long count(int collector);

  /** How long all collections of that collector took together, in milliseconds; known at once. */
  long millis(int collector);

  /** The next notice, null when there is none. */
  @Nullable GcNotice poll();

  /** Ends the listening. */
  @Override
  void close();
}
