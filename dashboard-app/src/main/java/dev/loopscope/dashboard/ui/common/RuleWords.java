package dev.loopscope.dashboard.ui.common;

import dev.loopscope.dashboard.alert.AlertKind;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** Word, icon and colour of each kind of alert. */
public final class RuleWords {

  private RuleWords() {}

  public static String word(AlertKind kind) {
    return switch (kind) {
      case BLOCKED -> "Blocked";
      case STARVED -> "Starved";
      case FAILING -> "Failing";
      case QUEUE -> "Growing queue";
      case PAUSE -> "JVM pause";
      case PINNED -> "Pinned";
      case LOST -> "Data lost";
      case DEADLOCK -> "Deadlock";
      case WARNING -> "Warning";
    };
  }

  public static Ikon icon(AlertKind kind) {
    return switch (kind) {
      case BLOCKED -> MaterialDesignH.HAND_BACK_LEFT_OUTLINE;
      case STARVED -> MaterialDesignT.TIMER_SAND;
      case FAILING -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
      case QUEUE -> MaterialDesignT.TRAY_FULL;
      case PAUSE -> MaterialDesignP.PAUSE_CIRCLE_OUTLINE;
      case PINNED -> MaterialDesignP.PIN_OUTLINE;
      case DEADLOCK -> MaterialDesignL.LOCK_ALERT_OUTLINE;
      case WARNING -> MaterialDesignB.BULLHORN_OUTLINE;
      case LOST -> MaterialDesignD.DATABASE_REMOVE_OUTLINE;
    };
  }

  public static String state(AlertKind kind) {
    return switch (kind) {
      case BLOCKED, FAILING, DEADLOCK -> "danger";
      case STARVED, LOST, QUEUE, PINNED, WARNING -> "warning";
      case PAUSE -> "muted";
    };
  }

  /** When it fires, in a few words. */
  public static String explanation(AlertKind kind) {
    return switch (kind) {
      case BLOCKED -> "one run takes longer than";
      case STARVED -> "tasks wait behind many short runs for";
      case FAILING -> "tasks fail on a loop";
      case QUEUE -> "the queue of a loop grows past";
      case PAUSE -> "the JVM stands still for";
      case PINNED -> "a virtual thread keeps its carrier for";
      case LOST -> "data was lost";
      case DEADLOCK -> "threads wait for each other, for ever";
      case WARNING -> "the program's own framework warns of a loop";
    };
  }
}
