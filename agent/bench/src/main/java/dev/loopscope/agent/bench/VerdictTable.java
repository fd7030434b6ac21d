package dev.loopscope.agent.bench;

import dev.loopscope.agent.scenario.Half;
import dev.loopscope.agent.scenario.Scenario;
import dev.loopscope.agent.scenario.Setting;
import dev.loopscope.agent.scenario.stage.Judge;
import dev.loopscope.agent.scenario.stage.Outcome;
import dev.loopscope.agent.scenario.stage.Stage;
import dev.loopscope.agent.scenario.stage.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often the agent finds a stall, its cause and its culprit: every scenario is played again and
 * again, and what the agent says is compared with what the program knows. The two halves are told
 * apart: thresholds were tuned on the one and never on the other. Runs on the JDK that runs it.
 *
 * <p>Arguments: {@code rounds=10}, {@code millis=180} for each block, {@code wrong=1} to print what
 * was said where it was wrong.
 */
public final class VerdictTable {

  private final int rounds;
  private final long millis;
  private final boolean tellsWrong;
  private final Map<Scenario, Tally> tallies = new EnumMap<>(Scenario.class);

  private VerdictTable(int rounds, long millis, boolean tellsWrong) {
    this.rounds = rounds;
    this.millis = millis;
    this.tellsWrong = tellsWrong;
  }

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    VerdictTable table =
        new VerdictTable(
            (int) given.take("rounds", 10), given.take("millis", 180), given.take("wrong", 0) != 0);
    given.refuseUnknown();
    Machine.print("VerdictTable");
    for (Setting setting : Setting.values()) {
      table.play(setting);
    }
    table.print();
  }

  private void play(Setting setting) throws IOException, InterruptedException {
    List<Scenario> lasting = new ArrayList<>();
    List<Scenario> fatal = new ArrayList<>();
    for (Scenario scenario : Scenario.values()) {
      if (scenario.setting() == setting) {
        (scenario.isFatal() ? fatal : lasting).add(scenario);
      }
    }
    try (Stage stage = stage(setting)) {
      for (int round = 0; round < rounds; round++) {
        play(stage, lasting);
      }
    }
    for (int round = 0; round < rounds; round++) {
      for (Scenario scenario : fatal) {
        try (Stage stage = stage(setting)) {
          play(stage, List.of(scenario));
        }
      }
    }
  }

  private Stage stage(Setting setting) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Stage stage = new Stage(java, setting, AgentJar.path());
    stage.play(Scenario.THREAD_SLEEP, millis); // ends the select that was entered before the attach
    return stage;
  }

  private void play(Stage stage, List<Scenario> scenarios)
      throws IOException, InterruptedException {
    Map<Scenario, Truth> truths = new EnumMap<>(Scenario.class);
    for (Scenario scenario : scenarios) {
      truths.put(scenario, stage.play(scenario, millis));
    }
    Judge judge = new Judge(stage.settled());
    truths.forEach(
        (scenario, truth) -> {
          Outcome outcome = judge.judge(scenario, truth);
          tallies.computeIfAbsent(scenario, any -> new Tally()).add(outcome);
          if (tellsWrong && !outcome.isRight()) {
            Machine.line("%s: %s but %s", scenario, outcome, truth);
          }
        });
  }

  private void print() {
    for (Half half : Half.values()) {
      Tally all = new Tally();
      Machine.line("%-24s %9s %9s %9s", half, "found", "cause", "culprit");
      tallies.forEach(
          (scenario, tally) -> {
            if (scenario.half() == half) {
              all.add(tally);
              Machine.line("%-24s %s", scenario, tally);
            }
          });
      Machine.line("%-24s %s", "all of " + half, all);
      Machine.line("%-24s %s", "", all.percent());
    }
  }

  /** How often what was right. */
  private static final class Tally {
    private int plays;
    private int found;
    private int causes;
    private int culprits;

    void add(Outcome outcome) {
      plays++;
      found += outcome.found() ? 1 : 0;
      causes += outcome.causeRight() ? 1 : 0;
      culprits += outcome.culpritRight() ? 1 : 0;
    }

    void add(Tally other) {
      plays += other.plays;
      found += other.found;
      causes += other.causes;
      culprits += other.culprits;
    }

    String percent() {
      return String.format(
          java.util.Locale.ROOT,
          "%7.1f %% %7.1f %% %7.1f %%",
          100.0 * found / plays,
          100.0 * causes / plays,
          100.0 * culprits / plays);
    }

    @Override
    public String toString() {
      return String.format(
          java.util.Locale.ROOT,
          "%9s %9s %9s",
          found + "/" + plays,
          causes + "/" + plays,
          culprits + "/" + plays);
    }
  }
}
