package dev.loopscope.dashboard.analysis.report;

import java.util.ArrayList;
import java.util.List;

/** Columns of text: the first is aligned to the left, numbers to the right. */
final class TextTable {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final boolean[] left;

  /** A table; {@code left[i]} says whether column i is aligned to the left. */
  private TextTable(boolean[] left) {
    this.left = left;
  }

  /** Headings; those that begin with {@code <} are of columns that are aligned to the left. */
  static TextTable of(String... headings) {
    boolean[] left = new boolean[headings.length];
    List<String> first = new ArrayList<>();
    for (int i = 0; i < headings.length; i++) {
      left[i] = headings[i].startsWith("<");
      first.add(left[i] ? headings[i].substring(1) : headings[i]);
    }
    TextTable table = new TextTable(left);
    table.rows.add(first);
    return table;
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  @Override
  public String toString() {
    int[] widths = new int[left.length];
    for (List<String> row : rows) {
      for (int i = 0; i < left.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < left.length; i++) {
        String pad = " ".repeat(widths[i] - row.get(i).length());
        line.append(GAP).append(left[i] ? row.get(i) + pad : pad + row.get(i));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }
}
