package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.scenario.Scenario;
import dev.loopscope.agent.scenario.Setting;
import dev.loopscope.agent.scenario.stage.Judge;
import dev.loopscope.agent.scenario.stage.Outcome;
import dev.loopscope.agent.scenario.stage.Stage;
import dev.loopscope.agent.scenario.stage.Truth;
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
 * <p>A busy machine holds up the program and the watcher at random, so what was judged wrong is
 * played again; how often it is right is measured by {@code VerdictTable} on a quiet one.
 */
class ScenarioTest {

  private static final long BLOCK_MILLIS = 150;
  private static final int PLAYS = 4;

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
    Map<Scenario, String> wrong = new EnumMap<>(Scenario.class);
    try (Stage stage = new Stage(jdk.java(), setting, TargetJvm.AGENT)) {
      stage.play(Scenario.THREAD_SLEEP, BLOCK_MILLIS); // ends the select entered before the attach
      List<Scenario> left = playedIn(setting, false);
      for (int i = 0; i < PLAYS && !left.isEmpty(); i++) {
        wrong.clear();
        play(stage, left, wrong);
        left = List.copyOf(wrong.keySet());
      }
    }
    for (Scenario fatal : playedIn(setting, true)) {
      boolean right = false;
      for (int i = 0; i < PLAYS && !right; i++) {
        wrong.remove(fatal);
        try (Stage stage = new Stage(jdk.java(), setting, TargetJvm.AGENT)) {
          stage.play(Scenario.THREAD_SLEEP, BLOCK_MILLIS);
          play(stage, List.of(fatal), wrong);
        }
        right = !wrong.containsKey(fatal);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<Scenario> playedIn(Setting setting, boolean fatal) {
    return Arrays.stream(Scenario.values())
        .filter(scenario -> scenario.setting() == setting && scenario.isFatal() == fatal)
        .toList();
  }

  private static void play(Stage stage, List<Scenario> scenarios, Map<Scenario, String> wrong)
      throws Exception {
    Map<Scenario, Truth> truths = new EnumMap<>(Scenario.class);
    for (Scenario scenario : scenarios) {
      truths.put(scenario, stage.play(scenario, BLOCK_MILLIS));
    }
    Judge judge = new Judge(stage.settled());
    truths.forEach(
        (scenario, truth) -> {
          Outcome outcome = judge.judge(scenario, truth);
          if (!outcome.isRight()) {
            wrong.put(scenario, outcome + " but " + truth);
            System.out.println("wrong once: " + scenario + ": " + outcome + " but " + truth);
          }
        });
  }
}
