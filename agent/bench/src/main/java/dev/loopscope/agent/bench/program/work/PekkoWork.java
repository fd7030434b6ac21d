package dev.loopscope.agent.bench.program.work;

import org.apache.pekko.actor.ActorRef;

/** An actor that sends itself the next piece. */
final class PekkoWork implements Work {
  @Override
  public void start(Flow flow) {
    ActorRef actor = PekkoActor.start();
    flow.add(piece -> actor.tell(piece, ActorRef.noSender()));
  }
}
