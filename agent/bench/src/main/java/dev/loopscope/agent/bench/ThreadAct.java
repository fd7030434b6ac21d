package dev.loopscope.agent.bench;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/** What an application does by itself where hooks are, though it may be no loop at all. */
public enum ThreadAct {
  OFFER_AND_TAKE("LinkedBlockingQueue, offer and take") {
    @Override
    Act open() {
      LinkedBlockingQueue<Object> queue = new LinkedBlockingQueue<>();
      return () -> {
        queue.offer(this);
        queue.take();
      };
    }
  },
  OFFER_AND_POLL("LinkedBlockingQueue, offer and poll with a limit") {
    @Override
    Act open() {
      LinkedBlockingQueue<Object> queue = new LinkedBlockingQueue<>();
      return () -> {
        queue.offer(this);
        queue.poll(1, TimeUnit.SECONDS);
      };
    }
  },
  POLL_IN_VAIN("SynchronousQueue, poll with a limit of 0") {
    @Override
    Act open() {
      SynchronousQueue<Object> queue = new SynchronousQueue<>();
      return () -> queue.poll(0, TimeUnit.NANOSECONDS);
    }
  },
  SELECT("hand-written select loop, an iteration that finds nothing") {
    @Override
    Act open() throws IOException {
      Selector selector = Selector.open();
      return selector::selectNow;
    }
  },
  YIELD("virtual thread, leaves its carrier and comes back") {
    @Override
    Act open() {
      return Thread::yield;
    }
  };

  final String words;

  ThreadAct(String words) {
    this.words = words;
  }

  /** Makes what it is done with. */
  abstract Act open() throws IOException;

  /** One time. */
  interface Act {
    void once() throws Exception;
  }
}
