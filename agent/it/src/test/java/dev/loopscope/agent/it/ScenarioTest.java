package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.scenario.Scenario;
import dev.loopscope.agent.scenario.Setting;
import dev.loopscope.agent.scenario.stage.Judge;
import dev.loopscope.agent.scenario.stage.Outcome;
import dev.loopscope.agent.scenario.stage.Stage;
import dev.loopscope.agent.scenario.stage.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The agent says of every scenario what the program that plays it knows: that the loop was blocked,
 * why, and by which line; and it blames no code where none is to blame.
 *
 * <p>Half of the scenarios are held out ({@link dev.loopscope.agent.scenario.Half#HELD_OUT}): they
 * must hold as well, but thresholds are not tuned on them.
 */
class ScenarioTest {

  private static final long BLOCK_MILLIS = 150;

  /** What the agent cannot tell yet. */
  private static final Set<Scenario> NOT_YET =
      EnumSet.of(
          Scenario.MONITOR,
          Scenario.MONITOR_CHAIN,
          Scenario.REENTRANT_LOCK,
          Scenario.READ_WRITE_LOCK,
          Scenario.DEADLOCK,
          Scenario.OWN_CODE,
          Scenario.SPIN,
          Scenario.BACKTRACKING,
          Scenario.LARGE_NUMBERS,
          Scenario.SORTING,
          Scenario.PARSING,
          Scenario.STARVED,
          Scenario.HEAP_DUMP,
          Scenario.DEBUGGER_SUSPENDS_JVM,
          Scenario.DEBUGGER_SUSPENDS_LOOP);

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
    try (Stage stage = new Stage(jdk.java(), setting, TargetJvm.AGENT)) {
      stage.play(Scenario.THREAD_SLEEP, BLOCK_MILLIS); // ends the select entered before the attach
      Map<Scenario, Truth> truths = new EnumMap<>(Scenario.class);
      for (Scenario scenario : playedIn(setting)) {
        truths.put(scenario, stage.play(scenario, BLOCK_MILLIS));
      }
      assertRight(new Judge(stage.settled()), truths);
    }
  }

  /** Those that block the loop for ever come last. */
  private static List<Scenario> playedIn(Setting setting) {
    return Arrays.stream(Scenario.values())
        .filter(scenario -> scenario.setting() == setting)
        .sorted((left, right) -> Boolean.compare(left.isFatal(), right.isFatal()))
        .toList();
  }

  private static void assertRight(Judge judge, Map<Scenario, Truth> truths) {
    List<String> wrong = new ArrayList<>();
    List<String> notYet = new ArrayList<>();
    truths.forEach(
        (scenario, truth) -> {
          Outcome outcome = judge.judge(scenario, truth);
          if (!outcome.isRight()) {
            (NOT_YET.contains(scenario) ? notYet : wrong)
                .add(scenario + ": " + outcome + " but " + truth);
          }
        });
    notYet.forEach(outcome -> System.out.println("not yet: " + outcome));
    assertThat(wrong).isEmpty();
  }
}
