package dev.loopscope.dashboard.ui.alerts;

import dev.loopscope.dashboard.alert.AlertGroup;
import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.dashboard.ui.common.Controls;
import dev.loopscope.dashboard.ui.common.Format;
import dev.loopscope.dashboard.ui.common.Moments;
import dev.loopscope.dashboard.ui.common.RuleWords;
import dev.loopscope.dashboard.words.CodeNames;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;

/** The columns of the table of alerts. */
final class AlertColumns {

  private static final double RULE_WIDTH = 178;
  private static final double LOOP_WIDTH = 150;
  private static final double LOOP_LEAST = 110;
  private static final double LOOP_MOST = 240;
  private static final double WORDS_WIDTH = 300;
  private static final double WORDS_LEAST = 180;

  /** Left and right of what is in a cell, as the style sheet has it. */
  private static final double CELL_PADDING = 16;

  private static final double WITH_LOOP = 1_200;
  private static final double WITH_FIRST = 1_000;
  private static final double WITH_TOTAL = 900;
  private static final double WITH_LAST = 760;

  /** Rules whose groups are named by code. */
  private static final Set<AlertKind> NAMES_CODE =
      Set.of(AlertKind.BLOCKED, AlertKind.STARVED, AlertKind.PINNED, AlertKind.FAILING);

  private final AlertsViewModel model;
  private final Trace trace;
  private final AlertActions actions;
  private final TreeTableColumn<AlertRow, String> loop;
  private final TreeTableColumn<AlertRow, AlertRow> first;
  private final TreeTableColumn<AlertRow, AlertRow> last;
  private final TreeTableColumn<AlertRow, AlertRow> total;

  AlertColumns(AlertsViewModel model, Trace trace, Moments moments, AlertActions actions) {
    this.model = model;
    this.trace = trace;
    this.actions = actions;
    loop = text("Loop", this::where);
    last = number("Last", 84, this::last, moments::text, false);
    first = number("First", 84, AlertColumns::first, moments::text, false);
    total = number("Total", 76, AlertColumns::total, AlertColumns::orDash, true);
  }

  List<TreeTableColumn<AlertRow, ?>> all() {
    return List.of(
        column(
            "Rule",
            RULE_WIDTH,
            RULE_WIDTH,
            Comparator.comparing((AlertRow row) -> row.group().key().rule()),
            this::rule),
        words("What happened", AlertColumns::happened),
        loop,
        number("Count", 64, row -> row.single() ? 1 : row.group().count(), Format::exact, true),
        first,
        last,
        number("Worst", 76, AlertColumns::worst, AlertColumns::orDash, false),
        total,
        column(
            "", 38, 38, Comparator.comparing((AlertRow row) -> row.group().muted()), this::mute));
  }

  /**
   * Leaves out what says least where the table is narrow: the sentence names the loop, the verdict
   * the rest.
   */
  void fit(double width) {
    loop.setVisible(width >= WITH_LOOP);
    last.setVisible(width >= WITH_LAST);
    first.setVisible(width >= WITH_FIRST);
    total.setVisible(width >= WITH_TOTAL);
  }

  /**
   * The sentence after the code or the task that its group has in common: a narrow table cuts the
   * sentence before it comes to that.
   */
  private static String happened(AlertRow row) {
    AlertKey key = row.group().key();
    String sentence = row.alert().sentence();
    return !NAMES_CODE.contains(key.rule()) || key.what().isEmpty()
        ? sentence
        : CodeNames.withoutPackages(key.what()) + " · " + sentence;
  }

  private String where(AlertRow row) {
    return row.single() || row.group().count() == 1
        ? model.loopName(row.alert())
        : row.group().key().loops();
  }

  private static long first(AlertRow row) {
    return row.single() ? row.alert().fromNanos() : row.group().firstNanos();
  }

  private long last(AlertRow row) {
    return row.alert().isOpen()
        ? trace.extent().toNanos()
        : row.single() ? row.alert().toNanos() : row.group().lastNanos();
  }

  private static long worst(AlertRow row) {
    return row.single() ? row.alert().worstNanos() : row.group().worstNanos();
  }

  /** A moment has no length. */
  private static String orDash(long nanos) {
    return nanos == 0 ? "–" : Format.duration(nanos);
  }

  private static long total(AlertRow row) {
    return row.single() ? row.alert().worstNanos() : row.group().totalNanos();
  }

  private Node rule(AlertRow row) {
    AlertGroup group = row.group();
    String word = RuleWords.word(group.key().rule());
    boolean open = row.single() ? row.alert().isOpen() : group.open();
    Label label = new Label(open ? word + (trace.isOver() ? " at end" : " now") : word);
    HBox cell =
        new HBox(
            6,
            Controls.icon(
                RuleWords.icon(group.key().rule()),
                group.muted() ? "muted" : RuleWords.state(group.key().rule())),
            label);
    cell.setAlignment(Pos.CENTER_LEFT);
    return cell;
  }

  private @Nullable Node mute(AlertRow row) {
    if (row.single()) {
      return null;
    }
    boolean muted = row.group().muted();
    Button button =
        Controls.iconButton(
            muted ? MaterialDesignB.BELL_OFF : MaterialDesignB.BELL_OUTLINE,
            muted ? "Muted: tell of it again (M)" : "Mute: tell no more of it (M)",
            () -> actions.mute(row.group().key(), !muted));
    button.getStyleClass().add("table-button");
    button.setFocusTraversable(false);
    return button;
  }

  /** On one line; what does not fit is in its tooltip. */
  private static TreeTableColumn<AlertRow, String> text(
      String title, Function<AlertRow, String> value) {
    TreeTableColumn<AlertRow, String> column = strings(title, LOOP_WIDTH, LOOP_LEAST, value);
    column.setMaxWidth(LOOP_MOST); // what is left over is for what happened
    column.setCellFactory(unused -> new WordsCell(null));
    return column;
  }

  /** On two lines where one is too short; what does not fit is in its tooltip. */
  private static TreeTableColumn<AlertRow, String> words(
      String title, Function<AlertRow, String> value) {
    TreeTableColumn<AlertRow, String> column = strings(title, WORDS_WIDTH, WORDS_LEAST, value);
    column.setCellFactory(
        unused -> new WordsCell(new TwoLines(column.widthProperty().subtract(CELL_PADDING))));
    return column;
  }

  private static TreeTableColumn<AlertRow, String> strings(
      String title, double width, double least, Function<AlertRow, String> value) {
    TreeTableColumn<AlertRow, String> column = new TreeTableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(least);
    column.getStyleClass().add("words");
    column.setCellValueFactory(
        cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue().getValue())));
    return column;
  }

  /** Right-aligned; {@code ofGroups}: what says nothing of a single alert is left out there. */
  private static TreeTableColumn<AlertRow, AlertRow> number(
      String title,
      double width,
      ToLongFunction<AlertRow> value,
      LongFunction<String> format,
      boolean ofGroups) {
    TreeTableColumn<AlertRow, AlertRow> column =
        column(
            title,
            width,
            width,
            Comparator.comparingLong(value),
            row ->
                ofGroups && row.single() ? null : new Label(format.apply(value.applyAsLong(row))));
    column.getStyleClass().add("number");
    return column;
  }

  private static TreeTableColumn<AlertRow, AlertRow> column(
      String title,
      double width,
      double least,
      Comparator<AlertRow> order,
      Function<AlertRow, @Nullable Node> node) {
    TreeTableColumn<AlertRow, AlertRow> column = new TreeTableColumn<>(title);
    column.setPrefWidth(width);
    column.setMinWidth(least);
    column.setMaxWidth(width); // what is left over is for what happened
    column.setComparator(order);
    column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
    column.setCellFactory(
        unused ->
            new TreeTableCell<>() {
              @Override
              protected void updateItem(@Nullable AlertRow row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(row == null || empty ? null : node.apply(row));
              }
            });
    return column;
  }
}
