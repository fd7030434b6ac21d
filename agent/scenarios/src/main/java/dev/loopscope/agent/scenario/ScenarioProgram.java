package dev.loopscope.agent.scenario;

import dev.loopscope.agent.scenario.act.Act;
import dev.loopscope.agent.scenario.act.Block;
import io.netty.channel.EventLoop;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * A program with one Netty loop that plays scenarios on command, one line each on standard input:
 * {@code begin NAME MILLIS} and, when it may end, {@code end}, to which it answers what happened by
 * its own clock; between them {@code disturb} says that it is held up from outside from now on, and
 * {@code held} asks whether it was. {@code status} tells the agent's. It ends with its input.
 */
public final class ScenarioProgram {

  /** What the loop's thread is called before its number. */
  public static final String LOOP_NAME = "scenario-loop";

  private final EventLoop loop;
  private Block block = new Block(0);
  private FutureTask<String> playing = new FutureTask<>(() -> "failed: nothing was begun");

  private ScenarioProgram(EventLoop loop) {
    this.loop = loop;
  }

  public static void main(String[] arguments) throws Exception {
    EventLoop loop = new NioEventLoopGroup(1, new DefaultThreadFactory(LOOP_NAME)).next();
    loop.submit(() -> {}).sync();
    new ScenarioProgram(loop).serve();
    Runtime.getRuntime().halt(0);
  }

  private void serve() throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    say("ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      try {
        say(answer(line.split(" ", -1)));
      } catch (Exception e) {
        say("failed: " + e);
      }
    }
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  private String answer(String[] words) throws Exception {
    return switch (words[0]) {
      case "status" -> String.valueOf(System.getProperty("loopscope.agent"));
      case "begin" -> begin(Scenario.valueOf(words[1]), Long.parseLong(words[2]));
      case "disturb" -> {
        block.disturb();
        yield "ok";
      }
      case "held" -> String.valueOf(block.wasHeldUp());
      case "end" -> {
        block.release();
        yield playing.get(1, TimeUnit.MINUTES);
      }
      default -> throw new IOException("unknown command " + words[0]);
    };
  }

  private String begin(Scenario scenario, long millis) throws Exception {
    Block next = new Block(millis);
    block = next;
    Act act = scenario.newAct();
    act.prepare(next);
    playing = new FutureTask<>(() -> play(scenario, act, next));
    Thread player = new Thread(playing, "player");
    player.setDaemon(true);
    player.start();
    next.awaitBegin();
    return "begun";
  }

  private String play(Scenario scenario, Act act, Block played) throws Exception {
    if (scenario.isFatal()) {
      Thread performer = new Thread(() -> performForEver(act, played), "performer");
      performer.setDaemon(true);
      performer.start();
      played.outlast();
    } else {
      act.perform(loop, played);
      act.tidy();
    }
    return played.toString();
  }

  private void performForEver(Act act, Block played) {
    try {
      act.perform(loop, played);
    } catch (Exception e) {
      say("failed: " + e);
    }
  }
}
