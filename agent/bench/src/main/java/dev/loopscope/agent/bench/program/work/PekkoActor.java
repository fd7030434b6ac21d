package dev.loopscope.agent.bench.program.work;

import com.typesafe.config.ConfigFactory;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;

/** An actor that runs what it is sent, one message a turn, on a dispatcher with one thread. */
public final class PekkoActor extends AbstractActor {
  private static final String CONFIG =
      """
      pekko.loglevel = OFF
      pekko.stdout-loglevel = OFF
      pekko.daemonic = on
      measured {
        type = Dispatcher
        throughput = 1
        executor = fork-join-executor
        fork-join-executor { parallelism-min = 1, parallelism-max = 1 }
      }
      """;

  /** Starts one; its system ends with the process. */
  public static ActorRef start() {
    ActorSystem system =
        ActorSystem.create(
            "measured", ConfigFactory.parseString(CONFIG).withFallback(ConfigFactory.load()));
    return system.actorOf(Props.create(PekkoActor.class).withDispatcher("measured"));
  }

  @Override
  public Receive createReceive() {
    return receiveBuilder().match(Runnable.class, Runnable::run).build();
  }
}
