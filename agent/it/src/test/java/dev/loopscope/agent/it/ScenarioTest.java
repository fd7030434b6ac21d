package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.scenario.Scenario;
import dev.loopscope.agent.scenario.Setting;
import dev.loopscope.agent.scenario.stage.CodeAlerts;
import dev.loopscope.agent.scenario.stage.Judge;
import dev.loopscope.agent.scenario.stage.Outcome;
import dev.loopscope.agent.scenario.stage.Stage;
import dev.loopscope.agent.scenario.stage.Truth;
import dev.loopscope.protocol.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The agent says of every scenario what the program that plays it knows: that the loop was blocked,
 * why, and by which line; and it blames no code where none is to blame.
 *
 * <p>Half of the scenarios are held out ({@link dev.loopscope.agent.scenario.Half#HELD_OUT}): they
 * must hold as well, but thresholds are not tuned on them.
 *
 * <p>What is allowed, and why:
 *
 * <ul>
 *   <li>What was judged wrong is played twice more and must be right both times: a busy machine
 *       holds up the program and the watcher at random. How often the first play is right is
 *       measured by {@code VerdictTable} on a quiet one.
 *   <li>Starvation is right in place of the CPU when the loop itself counted a long wait for a
 *       processor. The line must be named all the same, unless there is not one sample, and then
 *       only if without that wait the limit would have held.
 *   <li>Code that is blamed where none is to blame is never played again: it fails the test, in the
 *       end and at first sight alike, even when the alert was taken back. The one excuse is the
 *       loop's own count of its wait for a processor: then somebody was right to raise an alert.
 * </ul>
 */
class ScenarioTest {

  private static final long BLOCK_MILLIS = 150;
  private static final int PLAYS = 3;

  @ParameterizedTest(name = "JDK {0}, {1}")
  @CsvSource({
    "17, PLAIN",
    "17, SLOW_COLLECTIONS",
    "17, DEBUGGED",
    "25, PLAIN",
    "25, SLOW_COLLECTIONS",
    "25, DEBUGGED",
  })
  void everyScenarioGetsItsVerdict(int feature, Setting setting) throws Exception {
    Jdk jdk = CountsTest.jdk(feature);
    Plays plays = new Plays();
    try (Stage stage = new Stage(jdk.java(), setting, TargetJvm.AGENT)) {
      stage.play(Scenario.THREAD_SLEEP, BLOCK_MILLIS); // ends the select entered before the attach
      for (int i = 0; i < PLAYS; i++) {
        play(stage, plays.left(playedIn(setting, false)), plays);
      }
    }
    for (Scenario fatal : playedIn(setting, true)) {
      for (int i = 0; i < PLAYS && !plays.left(List.of(fatal)).isEmpty(); i++) {
        try (Stage stage = new Stage(jdk.java(), setting, TargetJvm.AGENT)) {
          stage.play(Scenario.THREAD_SLEEP, BLOCK_MILLIS);
          play(stage, List.of(fatal), plays);
        }
      }
    }
    assertThat(plays.falselyBlamed).isEmpty();
    assertThat(plays.mostlyWrong()).isEmpty();
  }

  private static List<Scenario> playedIn(Setting setting, boolean fatal) {
    return Arrays.stream(Scenario.values())
        .filter(scenario -> scenario.setting() == setting && scenario.isFatal() == fatal)
        .toList();
  }

  private static void play(Stage stage, List<Scenario> scenarios, Plays plays) throws Exception {
    Map<Scenario, Truth> truths = new EnumMap<>(Scenario.class);
    for (Scenario scenario : scenarios) {
      truths.put(scenario, stage.play(scenario, BLOCK_MILLIS));
    }
    if (!truths.isEmpty()) {
      List<Frame> frames = stage.settled();
      Judge judge = new Judge(frames);
      truths.forEach(
          (scenario, truth) -> {
            plays.add(scenario, judge.judge(scenario, truth), truth);
            if (!scenario.expectation().codeAlert()) {
              plays.addFirstSight(
                  scenario, new CodeAlerts(frames, truth.startNanos(), truth.endNanos()), truth);
            }
          });
    }
  }

  /** What was said so far. */
  private static final class Plays {

    final List<String> falselyBlamed = new ArrayList<>();
    private final Map<Scenario, List<String>> wrong = new EnumMap<>(Scenario.class);
    private final Map<Scenario, Integer> right = new EnumMap<>(Scenario.class);

    void add(Scenario scenario, Outcome outcome, Truth truth) {
      if (outcome.isRight()) {
        right.merge(scenario, 1, Integer::sum);
        return;
      }
      String words = scenario + ": " + outcome + " but " + truth;
      System.out.println("wrong once: " + words);
      wrong.computeIfAbsent(scenario, any -> new ArrayList<>()).add(words);
      if (!scenario.expectation().codeAlert() && !outcome.causeRight() && !truth.wasStarved()) {
        falselyBlamed.add(words);
      }
    }

    /** An alert that is taken back was read all the same. */
    void addFirstSight(Scenario scenario, CodeAlerts alerts, Truth truth) {
      if (alerts.raised() > 0 && !truth.wasStarved()) {
        falselyBlamed.add(scenario + alerts.raisedWords() + " but " + truth);
      }
    }

    /** Those of which it is not decided whether they are mostly right. */
    List<Scenario> left(List<Scenario> scenarios) {
      return scenarios.stream()
          .filter(scenario -> !isRight(scenario) && wrongs(scenario).size() < 2)
          .toList();
    }

    private boolean isRight(Scenario scenario) {
      return right.getOrDefault(scenario, 0) > wrongs(scenario).size();
    }

    private List<String> wrongs(Scenario scenario) {
      return wrong.getOrDefault(scenario, List.of());
    }

    List<String> mostlyWrong() {
      return wrong.keySet().stream()
          .filter(scenario -> !isRight(scenario))
          .flatMap(scenario -> wrongs(scenario).stream())
          .toList();
    }
  }
}
