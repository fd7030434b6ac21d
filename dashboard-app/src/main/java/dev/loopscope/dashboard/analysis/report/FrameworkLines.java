package dev.loopscope.dashboard.analysis.report;

import dev.loopscope.dashboard.words.Counts;
import dev.loopscope.dashboard.words.Durations;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes for people what a report tells of the frameworks: pinned virtual threads, warnings, and
 * what is seen of each. Parts that have nothing to tell are left out.
 */
final class FrameworkLines {

  private static final int MAX_PLACES = 10;
  private static final int MAX_WARNINGS = 20;
  private static final int MAX_FRAMES = 8;

  private final Report report;
  private final StringBuilder out = new StringBuilder();

  FrameworkLines(Report report) {
    this.report = report;
    virtualThreads();
    pinned();
    warnings();
    frameworks();
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void virtualThreads() {
    VirtualThreadFacts threads = report.virtualThreads();
    if (threads == null) {
      return;
    }
    List<String> words = new ArrayList<>();
    addIfKnown(words, threads.started(), "started");
    addIfKnown(words, threads.ended(), "ended");
    addIfKnown(words, threads.pinned(), "times pinned");
    addIfKnown(words, threads.mostBusyCarriers(), "carriers busy at once");
    addIfKnown(words, threads.parallelism(), "carriers wanted");
    addIfKnown(words, threads.mostQueued(), "waited for a carrier at once");
    out.append("\nVirtual threads\n  ")
        .append(words.isEmpty() ? "Their numbers are not known." : String.join(", ", words))
        .append('\n');
  }

  private static void addIfKnown(List<String> words, long number, String what) {
    if (number >= 0) {
      words.add(Counts.text(number) + " " + what);
    }
  }

  private void pinned() {
    if (report.pinned().isEmpty()) {
      return;
    }
    long times = report.pinned().stream().mapToLong(PinnedFacts::count).sum();
    out.append("\nPinned virtual threads (").append(Counts.text(times)).append(")\n");
    for (PinnedFacts pinned : first(report.pinned(), MAX_PLACES)) {
      out.append("  ")
          .append(Counts.of(pinned.count(), "time", "times"))
          .append(", together ")
          .append(Durations.text(pinned.totalNanos()))
          .append(", the longest ")
          .append(Durations.text(pinned.worstNanos()))
          .append(pinned.reason().isEmpty() ? "" : ": " + pinned.reason())
          .append('\n');
      stack(pinned);
    }
    rest(report.pinned().size() - MAX_PLACES, "places");
  }

  /** From the innermost frame on to the culprit, at least. */
  private void stack(PinnedFacts pinned) {
    List<CodePlace> stack = pinned.stack();
    int culprit = pinned.culprit() == null ? -1 : stack.indexOf(pinned.culprit());
    int shown = Math.min(stack.size(), MAX_FRAMES);
    for (int i = 0; i < shown; i++) {
      frame(stack.get(i), i == culprit);
    }
    if (culprit >= shown) {
      out.append("           …\n");
      frame(stack.get(culprit), true);
    } else if (stack.size() > shown) {
      out.append("           … and ")
          .append(Counts.of(stack.size() - shown, "frame", "frames"))
          .append(" more\n");
    }
  }

  private void frame(CodePlace place, boolean blamed) {
    out.append(blamed ? "         → " : "           ").append(place.text()).append('\n');
  }

  private void warnings() {
    if (report.warnings().isEmpty()) {
      return;
    }
    out.append("\nWarnings of frameworks (")
        .append(Counts.text(report.warnings().size()))
        .append(")\n");
    TextTable table = TextTable.of("at", "<loop", "<who", "<what");
    for (WarningFacts warning : first(report.warnings(), MAX_WARNINGS)) {
      table.row(
          ReportText.offset(warning.at()),
          warning.loop(),
          warning.source(),
          warning.text().strip().lines().findFirst().orElse(""));
    }
    out.append(table);
    rest(report.warnings().size() - MAX_WARNINGS, "warnings");
  }

  private void frameworks() {
    List<FrameworkFacts> found =
        report.frameworks().stream().filter(FrameworkFacts::found).toList();
    if (found.isEmpty()) {
      return;
    }
    out.append("\nFrameworks\n");
    TextTable table =
        TextTable.of("<framework", "loops", "points", "woven", "reached", "<not seen");
    for (FrameworkFacts framework : found) {
      table.row(
          framework.name(),
          Counts.text(framework.loops()),
          Counts.text(framework.points()),
          Counts.text(framework.woven()),
          Counts.text(framework.fired()),
          String.join(", ", framework.notSeen()));
    }
    out.append(table);
    List<String> absent =
        report.frameworks().stream()
            .filter(framework -> !framework.found())
            .map(FrameworkFacts::name)
            .distinct()
            .toList();
    if (!absent.isEmpty()) {
      out.append("  Not in the process: ").append(String.join(", ", absent)).append('\n');
    }
  }

  private void rest(int more, String what) {
    if (more > 0) {
      out.append("  … and ")
          .append(Counts.text(more))
          .append(" more ")
          .append(what)
          .append("; --json has all.\n");
    }
  }

  private static <T> List<T> first(List<T> all, int most) {
    return all.subList(0, Math.min(most, all.size()));
  }
}
