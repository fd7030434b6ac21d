package dev.loopscope.dashboard.ui.common;

import dev.loopscope.dashboard.words.FrameworkFamily;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** One icon for each family of frameworks. */
public final class FrameworkIcons {

  private FrameworkIcons() {}

  public static Ikon of(FrameworkFamily family) {
    return switch (family) {
      case NETTY -> MaterialDesignL.LAN;
      case VERTX -> MaterialDesignV.VECTOR_TRIANGLE;
      case SELECTOR -> MaterialDesignT.TRANSIT_CONNECTION_VARIANT;
      case POOL -> MaterialDesignF.FORMAT_LIST_BULLETED;
      case TIMER -> MaterialDesignT.TIMER_OUTLINE;
      case FORK_JOIN -> MaterialDesignS.SOURCE_FORK;
      case COROUTINES -> MaterialDesignI.INFINITY;
      case ACTORS -> MaterialDesignA.ACCOUNT_GROUP_OUTLINE;
      case SWING -> MaterialDesignD.DOCK_WINDOW;
      case JAVAFX -> MaterialDesignA.APPLICATION_OUTLINE;
      case VIRTUAL_THREADS -> MaterialDesignL.LAYERS_TRIPLE_OUTLINE;
      case OTHER -> MaterialDesignP.PUZZLE_OUTLINE;
    };
  }
}
