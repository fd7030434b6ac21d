package dev.loopscope.agent.bench.program;

import dev.loopscope.agent.bench.program.work.Flow;
import dev.loopscope.agent.bench.program.work.WorkKind;

/**
 * Keeps loops of one kind busy. Argument: the name of a {@link WorkKind}.
 *
 * <p>Commands: {@code go} and {@code rest}; {@code usage} answers what was done, CPU nanoseconds
 * and the time; {@code footprint} what the process holds after collections.
 */
public final class SteadyProgram {
  private SteadyProgram() {}

  public static void main(String[] arguments) throws Exception {
    Flow flow = WorkKind.valueOf(arguments[0]).start();
    Commands.serve(
        command -> {
          switch (command[0]) {
            case "go" -> flow.go();
            case "rest" -> flow.rest();
            case "usage" -> {
              return flow.done() + " " + Cpu.processNanos() + " " + System.nanoTime();
            }
            case "footprint" -> {
              return Footprint.line();
            }
            default -> throw new IllegalArgumentException(command[0]);
          }
          return "ok";
        });
  }
}
