package dev.loopscope.agent.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the JVM tells about its collections: counts at once, details some time later. */
interface GcSource extends AutoCloseable {

  /** A JVM without the management module tells nothing. */
  GcSource NONE =
      new GcSource() {
        @Override
        public List<String> collectors() {
          return List.of();
        }

        @Override
        public long count(int collector) {
          return 0;
        }

        @Override
        public @Nullable GcNotice poll() {
          return null;
        }

        @Override
        public long lostNotices() {
          return 0;
        }

        @Override
        public void close() {}
      };

  /** Names of the collectors that stop the JVM. */
  List<String> collectors();

  /** How many collections the collector with this index in {@link #collectors} has done. */
  long count(int collector);

  /** The next notice, null when there is none. */
  @Nullable GcNotice poll();

  /** Notices that could not be kept because nobody took them. */
  long lostNotices();

  /** Ends the listening. */
  @Override
  void close();
}
