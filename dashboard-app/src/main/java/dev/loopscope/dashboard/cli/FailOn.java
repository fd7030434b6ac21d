package dev.loopscope.dashboard.cli;

import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.analysis.report.GroupFacts;
import dev.loopscope.dashboard.analysis.report.Report;
import dev.loopscope.dashboard.words.Counts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /**
   * What was found, as a sentence for the user; empty when nothing was. Alerts count that are no
   * longer listed one by one, too.
   */
  String found(Report report) {
    Map<String, Long> found = new TreeMap<>(report.totals().alertsByRule());
    found.keySet().retainAll(rules);
    if (found.isEmpty()) {
      return "";
    }
    String counts =
        found.entrySet().stream()
            .map(rule -> Counts.text(rule.getValue()) + " " + rule.getKey())
            .collect(Collectors.joining(", "));
    long all = found.values().stream().mapToLong(Long::longValue).sum();
    return Counts.of(all, "alert", "alerts")
        + " of the rules that --fail-on names ("
        + counts
        + ")"
        + worst(report);
  }

  private String worst(Report report) {
    return report.alertGroups().stream()
        .filter(group -> rules.contains(group.rule()))
        .max(Comparator.comparingLong(GroupFacts::worstNanos))
        .map(worst -> ". The worst: " + worst.sentence())
        .orElse("");
  }
}
