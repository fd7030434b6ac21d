package dev.loopscope.agent.bench;

import dev.loopscope.agent.scenario.Scenario;
import dev.loopscope.agent.scenario.stage.CodeAlerts;
import dev.loopscope.agent.scenario.stage.Judge;
import dev.loopscope.agent.scenario.stage.Outcome;
import dev.loopscope.agent.scenario.stage.Stage;
import dev.loopscope.agent.scenario.stage.Truth;
import dev.loopscope.protocol.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * How often code is blamed when it is not to blame: while the loop does nothing wrong, garbage is
 * collected, the process is stopped, a debugger suspends the JVM or the loop, again and again.
 *
 * <p>Arguments: {@code tries=100} of each, {@code millis=180} for each disturbance from outside,
 * {@code wrong=1} to print what was said where code was blamed, {@code only=EXPLICIT_COLLECTION}
 * for one of the disturbances alone.
 */
public final class FalseAlerts {

  private static final int TRIES_A_JVM = 25;

  private FalseAlerts() {}

  public static void main(String[] arguments) throws Exception {
    Arguments given = new Arguments(arguments);
    int tries = (int) given.take("tries", 100);
    long millis = given.take("millis", 180);
    boolean tellsWrong = given.take("wrong", 0) != 0;
    Predicate<String> chosen = given.takeChoice("only");
    given.refuseUnknown();
    Machine.print("FalseAlerts");
    for (Scenario scenario : Scenario.values()) {
      boolean isQuick = scenario != Scenario.HEAP_DUMP; // takes too long
      if (!scenario.expectation().codeAlert() && isQuick && chosen.test(scenario.name())) {
        measure(scenario, tries, millis, tellsWrong);
      }
    }
  }

  private static void measure(Scenario scenario, int tries, long millis, boolean tellsWrong)
      throws IOException, InterruptedException {
    int named = 0;
    int standing = 0;
    int raised = 0;
    for (int done = 0; done < tries; done += TRIES_A_JVM) {
      try (Stage stage =
          new Stage(
              Path.of(System.getProperty("java.home"), "bin", "java"),
              scenario.setting(),
              AgentJar.path())) {
        stage.play(Scenario.THREAD_SLEEP, millis); // ends the select entered before the attach
        List<Truth> truths = new ArrayList<>();
        for (int i = done; i < Math.min(tries, done + TRIES_A_JVM); i++) {
          truths.add(stage.play(scenario, millis));
        }
        List<Frame> frames = stage.settled();
        Judge judge = new Judge(frames);
        for (Truth truth : truths) {
          CodeAlerts alerts = new CodeAlerts(frames, truth.startNanos(), truth.endNanos());
          Outcome outcome = judge.judge(scenario, truth);
          if (tellsWrong && (!outcome.isRight() || alerts.raised() > 0)) {
            Machine.line("%s: %s but %s%s", scenario, outcome, truth, alerts.raisedWords());
          }
          named += outcome.found() ? 1 : 0;
          standing += alerts.standing().isEmpty() ? 0 : 1;
          raised += alerts.raised() > 0 ? 1 : 0;
        }
      }
    }
    Machine.line(
        "%-24s %d tries: code blamed in %d (at first sight in %d), the pause told in %d",
        scenario, tries, standing, raised, named);
  }
}
