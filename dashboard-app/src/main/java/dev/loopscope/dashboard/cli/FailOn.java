package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.analysis.report.AlertFacts;
import dev.loopscope.dashboard.analysis.report.Report;
import dev.loopscope.dashboard.words.Counts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** Which alerts make a command fail, so that a build can stop on them. */
final class FailOn {

  private static final String ANY = "any";
  private static final List<String> RULES =
      Arrays.stream(AlertKind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();

  private final Set<String> rules = new TreeSet<>();

  /**
   * The alerts of some rules.
   *
   * @param names of rules as reports write them, or {@value #ANY}
   * @throws TypeConversionException with a sentence, when there is no such rule
   */
  FailOn(List<String> names) {
    for (String name : names) {
      String rule = name.strip().toLowerCase(Locale.ROOT);
      if (rule.equals(ANY)) {
        rules.addAll(RULES);
      } else if (RULES.contains(rule)) {
        rules.add(rule);
      } else {
        throw new TypeConversionException(
            "There is no rule \""
                + name
                + "\". Choose from "
                + String.join(", ", RULES)
                + ", or write any for all of them.");
      }
    }
  }

  /** What was found, as a sentence for the user; empty when nothing was. */
  String found(Report report) {
    List<AlertFacts> found =
        report.alerts().stream().filter(alert -> rules.contains(alert.rule())).toList();
    if (found.isEmpty()) {
      return "";
    }
    String counts =
        found.stream()
            .collect(Collectors.groupingBy(AlertFacts::rule, Collectors.counting()))
            .entrySet()
            .stream()
            .sorted(Map.Entry.comparingByKey())
            .map(rule -> Counts.text(rule.getValue()) + " " + rule.getKey())
            .collect(Collectors.joining(", "));
    AlertFacts worst =
        found.stream().max(Comparator.comparingLong(AlertFacts::worstNanos)).orElseThrow();
    return Counts.of(found.size(), "alert", "alerts")
        + " of the rules that --fail-on names ("
        + counts
        + "). The worst: "
        + worst.sentence();
  }
}
