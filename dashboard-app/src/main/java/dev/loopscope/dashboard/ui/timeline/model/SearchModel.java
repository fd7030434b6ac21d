package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.ui.common.Confinement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** What the user looks for: runs whose type name contains the text, whatever its case. */
public final class SearchModel {

  private static final byte UNKNOWN = 0;
  private static final byte YES = 1;
  private static final byte NO = 2;

  private final Confinement confinement = new Confinement();
  private final List<Runnable> listeners = new ArrayList<>();
  private String query = "";
  private byte[] known = new byte[64];
  private long version;

  /** Looks for {@code text} from now on; blank: for nothing. */
  public void setQuery(String text) {
    confinement.check();
    String next = text.strip().toLowerCase(Locale.ROOT);
    if (!next.equals(query)) {
      query = next;
      known = new byte[64];
      version++;
      listeners.forEach(Runnable::run);
    }
  }

  public String query() {
    return query;
  }

  public boolean isActive() {
    return !query.isEmpty();
  }

  /**
   * Whether runs of {@code type} are looked for; asked once a type, remembered until it changes.
   */
  public boolean matches(int type, IntFunction<String> typeNames) {
    if (type >= known.length) {
      known = java.util.Arrays.copyOf(known, Math.max(type + 1, known.length * 2));
    }
    if (known[type] == UNKNOWN) {
      boolean hit = typeNames.apply(type).toLowerCase(Locale.ROOT).contains(query);
      known[type] = hit ? YES : NO;
    }
    return known[type] == YES;
  }

  /** Grows with every change. */
  public long version() {
    return version;
  }

  /** Calls {@code listener} after every change; it lives as long as this model. */
  public void onChange(Runnable listener) {
    listeners.add(listener);
  }
}
