package dev.loopscope.dashboard.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is selected in a session window; the timeline, the tables and the details share it. */
public final class Selection {

  /** No selection. */
  public static final Selected NOTHING = new Selected.Nothing();

  private final Confinement confinement = new Confinement();
  private final List<Consumer<Selected>> listeners = new ArrayList<>();
  private Selected selected = NOTHING;

  public Selected selected() {
    return selected;
  }

  /** Selects {@code next} and tells everybody, unless it is selected already. */
  public void select(Selected next) {
    confinement.check();
    if (next.equals(selected)) {
      return;
    }
    selected = next;
    for (Consumer<Selected> listener : List.copyOf(listeners)) {
      listener.accept(next);
    }
  }

  public void clear() {
    select(NOTHING);
  }

  /** Calls {@code listener} after every change; it lives as long as this selection. */
  public void onChange(Consumer<Selected> listener) {
    confinement.check();
    listeners.add(listener);
  }
}
