package dev.loopscope.agent.it;

import com.typesafe.config.ConfigFactory;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.pekko.actor.AbstractActor;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.Props;
import org.jspecify.annotations.Nullable;

/**
 * Actors on a fork-join dispatcher and on a thread pool's, and two that never stop talking. An
 * actor's turn is one message long, so that turns can be counted.
 */
public final class PekkoProgram implements FrameworkProgram {
  private static final long THINKING_NANOS = 200_000;

  private static final String CONFIG =
      """
      pekko.loglevel = OFF
      pekko.stdout-loglevel = OFF
      pekko.actor.default-dispatcher {
        throughput = 1
        fork-join-executor { parallelism-min = 2, parallelism-max = 2 }
      }
      pool {
        type = Dispatcher
        throughput = 1
        executor = thread-pool-executor
        thread-pool-executor { fixed-pool-size = 2 }
      }
      """;

  private final ActorRef forks;
  private final ActorRef pool;
  private final ActorRef blocker;

  private PekkoProgram(ActorSystem system) {
    forks = system.actorOf(Props.create(CountedForkActor.class), "forks");
    pool = system.actorOf(Props.create(CountedPoolActor.class).withDispatcher("pool"), "pool");
    blocker = system.actorOf(Props.create(Blocker.class), "blocker");
    ActorRef one = system.actorOf(Props.create(Talker.class), "one");
    ActorRef other = system.actorOf(Props.create(Talker.class), "other");
    one.tell("hello", other);
  }

  public static void main(String[] arguments) throws Exception {
    ActorSystem system =
        ActorSystem.create(
            "program", ConfigFactory.parseString(CONFIG).withFallback(ConfigFactory.load()));
    new PekkoProgram(system).serve();
  }

  @Override
  public void doAll(TypeCounts counts, int tasks) throws InterruptedException {
    counts.expect(tasks * 2);
    for (int i = 0; i < tasks; i++) {
      Work work = new Work(counts, i % 10 == 0);
      forks.tell(work, ActorRef.noSender());
      pool.tell(work, ActorRef.noSender());
    }
    counts.awaitAll();
  }

  @Override
  public void blockOne(long millis) throws Exception {
    CompletableFuture<@Nullable Void> over = new CompletableFuture<>();
    blocker.tell(new Block(millis, over), ActorRef.noSender());
    over.get();
  }

  private record Work(TypeCounts counts, boolean fails) {}

  private record Block(long millis, CompletableFuture<@Nullable Void> over) {}

  private abstract static class Worker extends AbstractActor {
    @Override
    public Receive createReceive() {
      return receiveBuilder().match(Work.class, work -> work.counts.run(this, work.fails)).build();
    }
  }

  /** Holds up one thread of the default dispatcher when it is told so. */
  public static final class Blocker extends AbstractActor {
    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(
              Block.class,
              block -> {
                FrameworkProgram.block(block.millis);
                block.over.complete(null);
              })
          .build();
    }
  }

  /** Works on the default dispatcher. */
  public static final class CountedForkActor extends Worker {}

  /** Works on a thread pool's dispatcher. */
  public static final class CountedPoolActor extends Worker {}

  /** Answers whatever it is told, after a while. */
  public static final class Talker extends AbstractActor {
    @Override
    public Receive createReceive() {
      return receiveBuilder()
          .match(
              String.class,
              words -> {
                LockSupport.parkNanos(THINKING_NANOS);
                getSender().tell(words, getSelf());
              })
          .build();
    }
  }
}
