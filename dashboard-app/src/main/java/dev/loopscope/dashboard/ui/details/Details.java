package dev.loopscope.dashboard.ui.details;

import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.protocol.Definitions.Stack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the selected thing, ready to be shown.
 *
 * @param title short name
 * @param sentence what it is, for example {@code "340 ms on worker-2"}
 * @param sections facts, grouped
 * @param stack the stack that goes with it, null when there is none
 * @param culpritFrame index of the frame to blame, negative when there is none
 */
public record Details(
    String title,
    String sentence,
    List<Section> sections,
    @Nullable Stack stack,
    int culpritFrame) {

  public Details {
    sections = List.copyOf(sections);
  }

  /** Facts under a heading. */
  public record Section(String title, List<Fact> facts) {
    public Section {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A name and a value.
   *
   * @param target what a click on the value selects, null when it is no link
   */
  public record Fact(String name, String value, @Nullable Selected target) {

    static Fact of(String name, String value) {
      return new Fact(name, value, null);
    }
  }
}
