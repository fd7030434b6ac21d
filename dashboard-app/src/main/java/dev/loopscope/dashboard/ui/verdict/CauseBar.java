package dev.loopscope.dashboard.ui.verdict;

import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Names;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Stall.Cause;
import dev.loopscope.protocol.Stall.Share;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Causes as one bar, each as long as its share, and below what was seen of each. */
public final class CauseBar extends VBox {

  private static final double HEIGHT = 22;
  private static final double SWATCH = 11;

  /**
   * Shows causes.
   *
   * @param shares largest first; not empty
   */
  public CauseBar(List<Share> shares) {
    setSpacing(6);
    setId("cause-bar");
    long total = Math.max(1, shares.stream().mapToLong(Share::nanos).sum());
    getChildren().add(new Bar(shares, total));
    for (Share share : shares) {
      getChildren().add(row(share, (double) share.nanos() / total));
    }
  }

  private static HBox row(Share share, double part) {
    Region swatch = new Region();
    swatch.setStyle(CauseColours.css(share.cause()));
    swatch.getStyleClass().add("cause-swatch");
    swatch.setMinSize(SWATCH, SWATCH);
    swatch.setMaxSize(SWATCH, SWATCH);
    Label text =
        Controls.label(
            Names.cause(share.cause())
                + " "
                + Format.percent(part)
                + " · "
                + Format.duration(share.nanos())
                + (share.subject().isEmpty() ? "" : " · " + shown(share, share.subject())),
            "strong");
    VBox words = new VBox(1, wrapped(text));
    if (!share.evidence().isEmpty()) {
      words.getChildren().add(wrapped(Controls.label(shown(share, share.evidence()), "muted")));
    }
    return Controls.row("cause-row", swatch, words);
  }

  /** A lock is named by its class; what else is named may be a file, of which every part counts. */
  private static String shown(Share share, String text) {
    return share.cause() == Cause.LOCK ? CodeNames.withoutPackages(text) : text;
  }

  private static Label wrapped(Label label) {
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    return label;
  }

  /** The parts side by side; the name of a cause stands in its part where it fits. */
  private static final class Bar extends Pane {

    private final List<Share> shares;
    private final long totalNanos;

    Bar(List<Share> shares, long totalNanos) {
      this.shares = shares;
      this.totalNanos = totalNanos;
      setMinHeight(HEIGHT);
      setPrefHeight(HEIGHT);
      setMinWidth(0);
      for (Share share : shares) {
        Label part = Controls.label("", "cause-part");
        part.setStyle(CauseColours.css(share.cause()));
        part.setAccessibleText(
            Names.cause(share.cause()) + " " + Format.percent((double) share.nanos() / totalNanos));
        getChildren().add(part);
      }
    }

    @Override
    protected void layoutChildren() {
      double left = 0;
      for (int i = 0; i < shares.size(); i++) {
        Label part = (Label) getChildren().get(i);
        double room = Math.max(2, getWidth() * shares.get(i).nanos() / totalNanos);
        String name = Names.cause(shares.get(i).cause());
        part.setText(name);
        if (part.prefWidth(HEIGHT) > room) {
          part.setText("");
        }
        part.resizeRelocate(snapPositionX(left), 0, Math.max(1, snapPositionX(room) - 1), HEIGHT);
        left += room;
      }
    }
  }
}
