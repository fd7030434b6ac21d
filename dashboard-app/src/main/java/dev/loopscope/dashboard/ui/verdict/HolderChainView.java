package dev.loopscope.dashboard.ui.verdict;

import atlantafx.base.theme.Styles;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.StackView;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Holder;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/**
 * Who waits for whom: the lock that the loop waited for, its owner and what that was doing, the
 * lock that the owner waited for, and so on; a ring of owners is called a deadlock.
 */
public final class HolderChainView extends VBox {

  private static final int MAX_STACK_ROWS = 12;

  /**
   * Shows the holders of a stall.
   *
   * @param stall one with holders
   * @param stacks gives a stack by its number, null when it is unknown
   * @param chosen goes to a loop that holds a lock
   * @param source opens the source of a frame
   */
  public HolderChainView(
      Stall stall,
      IntFunction<@Nullable Stack> stacks,
      Consumer<Selected> chosen,
      Consumer<StackFrame> source) {
    setSpacing(6);
    setId("holders");
    if (stall.deadlock()) {
      Label deadlock =
          wrapped(
              Controls.label(
                  "Deadlock: these threads wait for each other. None of them will ever go on.",
                  "strong"));
      HBox banner =
          Controls.row(
              "verdict-banner", Controls.icon(MaterialDesignA.ALERT_OCTAGON, "danger"), deadlock);
      banner.getStyleClass().add("banner-danger");
      getChildren().add(banner);
    }
    int number = 0;
    for (Holder holder : stall.holders()) {
      Stack stack = holder.stack() == 0 ? null : stacks.apply(holder.stack());
      getChildren().addAll(lock(holder, number++), owner(holder, stack, chosen));
      if (stack != null) {
        getChildren().add(stack(stack, source));
      }
    }
    if (stall.deadlock()) {
      getChildren()
          .add(
              line(
                  Controls.icon(MaterialDesignA.ARROW_UP_LEFT, "danger"),
                  Controls.label("which waits for one of the threads above", "muted")));
    }
  }

  private static HBox lock(Holder holder, int number) {
    Label lock = Controls.label(shortLock(holder.lock()), "mono");
    Controls.explain(lock, holder.lock());
    lock.setMinWidth(0);
    Label words = Controls.label(number == 0 ? "waited for" : "which waited for", "muted");
    words.setMinWidth(USE_PREF_SIZE);
    return line(Controls.icon(MaterialDesignL.LOCK_OUTLINE, "muted"), words, lock);
  }

  /** The class without its package, and the identity. */
  private static String shortLock(String lock) {
    int at = lock.indexOf('@');
    return at < 0
        ? CodeNames.type(lock)
        : CodeNames.type(lock.substring(0, at)) + lock.substring(at);
  }

  private static HBox owner(Holder holder, @Nullable Stack stack, Consumer<Selected> chosen) {
    Control name;
    if (holder.loop() == 0) {
      name = Controls.label(holder.thread(), "strong");
    } else {
      Hyperlink link = new Hyperlink(holder.thread());
      link.setPadding(Insets.EMPTY);
      link.setOnAction(event -> chosen.accept(new Selected.OfLoop(holder.loop())));
      name = link;
    }
    name.setMinWidth(USE_PREF_SIZE);
    Label held = Controls.label("held by", "muted");
    held.setMinWidth(USE_PREF_SIZE);
    Label doing = wrapped(Controls.label(doing(holder, stack), "muted"));
    doing.setMinWidth(0);
    return line(Controls.icon(MaterialDesignA.ACCOUNT_LOCK_OUTLINE, "danger"), held, name, doing);
  }

  /** For example {@code timed waiting in Thread.sleep, called by Pool.take (Pool.java:7)}. */
  static String doing(Holder holder, @Nullable Stack stack) {
    String state = holder.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    if (stack == null || stack.frames().isEmpty()) {
      return state;
    }
    StackFrame top = stack.frames().get(0);
    StackFrame own =
        stack.frames().stream()
            .filter(frame -> frame.origin() == Origin.APPLICATION)
            .findFirst()
            .orElse(top);
    return own.equals(top)
        ? state + " in " + CodeNames.frame(top)
        : state + " in " + CodeNames.method(top) + ", called by " + CodeNames.frame(own);
  }

  private static Node stack(Stack stack, Consumer<StackFrame> source) {
    StackView view = new StackView();
    view.onOpen(source);
    view.show(stack, -1);
    view.fitHeight(MAX_STACK_ROWS);
    TitledPane pane = new TitledPane("Its stack", view);
    pane.setExpanded(false);
    pane.setAnimated(false);
    pane.getStyleClass().addAll(Styles.DENSE, "holder-stack");
    return pane;
  }

  private static HBox line(Node... nodes) {
    return Controls.row("path-line", nodes);
  }

  private static Label wrapped(Label label) {
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }
}
