package dev.loopscope.dashboard.session.clip;

import dev.loopscope.dashboard.alert.AlertKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The clips of a session. Any thread may read. */
public interface Clips {

  /** Of a session that keeps none. */
  Clips NONE =
      new Clips() {
        @Override
        public List<Clip> all() {
          return List.of();
        }

        @Override
        public String problem() {
          return "";
        }
      };

  /** All that were kept, oldest first; a snapshot. */
  List<Clip> all();

  /** A sentence for the user on why the last clip was not kept; empty when all is well. */
  String problem();

  /** The clip of this alert, null when there is none. */
  default @Nullable Clip of(long alert) {
    return all().stream().filter(clip -> clip.alert() == alert).findFirst().orElse(null);
  }

  /** The newest clip of this group, null when there is none. */
  default @Nullable Clip newestOf(AlertKey key) {
    return all().stream()
        .filter(clip -> clip.key().equals(key))
        .reduce((older, newer) -> newer)
        .orElse(null);
  }
}
