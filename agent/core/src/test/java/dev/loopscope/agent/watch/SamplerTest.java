package dev.loopscope.agent.watch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.watch.system.CallKind;
import dev.loopscope.agent.watch.system.SystemThreads;
import dev.loopscope.agent.watch.system.SystemView;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SamplerTest {

  private static final long LOOP = 77;

  private final List<String> order = new ArrayList<>();
  private final FakeThreads threads = new FakeThreads();
  private final FakeSystem system = new FakeSystem();
  private final Sampler sampler = new Sampler(threads, system, () -> 0);
  private boolean goesOn = true;

  @Test
  void aThreadThatLooksAsIfItWaitedIsAskedAboutToo() {
    system.view = new SystemView('R', "", CallKind.NONE, "");
    Sampler.Seen seen = requireNonNull(sampler.sample(LOOP, 5, () -> goesOn, null));
    assertThat(seen.sample().state()).isEqualTo(Thread.State.TIMED_WAITING);
    assertThat(seen.system().isReady()).isTrue();
  }

  @Test
  void theStackIsTakenBeforeItIsLookedUpWhatACallIsAbout() {
    inACall();
    threads.afterSample = () -> order.add("stack");
    Sampler.Seen seen = requireNonNull(sampler.sample(LOOP, 5, () -> goesOn, null));
    assertThat(order).containsExactly("look", "stack", "describe");
    assertThat(seen.system().subject()).isEqualTo("a peer");
  }

  @Test
  void whatWasLookedUpAfterTheRunHadEndedIsNotTold() {
    inACall();
    system.whileDescribing = () -> goesOn = false;
    Sampler.Seen seen = requireNonNull(sampler.sample(LOOP, 5, () -> goesOn, null));
    assertThat(seen.system().call()).isEqualTo("read");
    assertThat(seen.system().subject()).isEmpty();
  }

  @Test
  void aStackOfAnotherRunIsThrownAway() {
    inACall();
    threads.afterSample = () -> goesOn = false;
    assertThat(sampler.sample(LOOP, 5, () -> goesOn, null)).isNull();
    assertThat(order).containsExactly("look");
  }

  @Test
  void theStackOfAThreadThatHasUsedNoCpuTimeSinceIsNotTakenAgain() {
    inACall();
    threads.cpuNanos = 900;
    Sampler.Seen first = requireNonNull(sampler.sample(LOOP, 5, () -> goesOn, null));
    Sampler.Seen second = requireNonNull(sampler.sample(LOOP, 9, () -> goesOn, first));
    assertThat(threads.samples).isOne();
    assertThat(second.sample()).isEqualTo(first.sample());
    assertThat(second.system().subject()).isEqualTo("a peer");
    assertThat(second.reading().atNanos()).isEqualTo(9);
    assertThat(order).as("nothing else can have changed").containsExactly("look", "describe");
    threads.cpuNanos = 901;
    sampler.sample(LOOP, 12, () -> goesOn, second);
    assertThat(threads.samples).isEqualTo(2);
  }

  @Test
  void ofAThreadThatCannotBeHeldAndHasNotRunOnlyTheStateIsAskedFor() {
    inACall();
    threads.debugged = false;
    threads.cpuNanos = 900;
    Sampler.Seen first = requireNonNull(sampler.sample(LOOP, 5, () -> goesOn, null));
    int peeks = threads.peeks;
    Sampler.Seen second = requireNonNull(sampler.sample(LOOP, 9, () -> goesOn, first));
    assertThat(threads.peeks).isEqualTo(peeks);
    assertThat(second.reading()).isEqualTo(new Reading(9, 900, 0, 0));
    system.view = new SystemView('R', "", CallKind.NONE, "");
    assertThat(requireNonNull(sampler.sample(LOOP, 12, () -> goesOn, second)).system().isReady())
        .isTrue();
    goesOn = false;
    assertThat(sampler.sample(LOOP, 15, () -> goesOn, second)).isNull();
  }

  @Test
  void aThreadThatWasWokenSinceIsSeenToBeReady() {
    inACall();
    threads.cpuNanos = 900;
    Sampler.Seen first = requireNonNull(sampler.sample(LOOP, 5, () -> goesOn, null));
    system.view = new SystemView('R', "", CallKind.NONE, "");
    Sampler.Seen second = requireNonNull(sampler.sample(LOOP, 9, () -> goesOn, first));
    assertThat(second.system().isReady()).isTrue();
  }

  @Test
  void theStackOfAThreadThatIsStillToBeFoundIsTakenBeforeItIsSearchedFor() {
    inACall();
    threads.cpuNanos = 900;
    system.atOnce = false;
    threads.afterSample = () -> order.add("stack");
    Sampler.Seen seen = requireNonNull(sampler.sample(LOOP, 5, () -> goesOn, null));
    assertThat(order).containsExactly("stack", "look", "describe");
    assertThat(seen.system().subject()).isEqualTo("a peer");
    assertThat(seen.reading().runQueueNanos()).isZero();
  }

  @Test
  void aRunThatEndsWhileItsThreadIsSearchedForHasItsStackAllTheSame() {
    inACall();
    system.atOnce = false;
    system.whileLooking = () -> goesOn = false;
    Sampler.Seen seen = requireNonNull(sampler.sample(LOOP, 5, () -> goesOn, null));
    assertThat(seen.sample().frames()).isNotEmpty();
    assertThat(seen.system()).isEqualTo(SystemView.UNKNOWN);
    assertThat(seen.reading().runQueueNanos()).isEqualTo(-1);
  }

  @Test
  void whatASearchFoundOfAThreadThatHasRunMeanwhileIsNotTold() {
    inACall();
    threads.cpuNanos = 900;
    system.atOnce = false;
    system.whileLooking = () -> threads.cpuNanos = 901;
    Sampler.Seen seen = requireNonNull(sampler.sample(LOOP, 5, () -> goesOn, null));
    assertThat(seen.system()).isEqualTo(SystemView.UNKNOWN);
    assertThat(seen.reading().cpuNanos()).isEqualTo(900);
  }

  private void inACall() {
    threads.put(
        LOOP,
        Samples.thread(
            Thread.State.RUNNABLE, 0, Samples.nativeJdk("sun.nio.ch.SocketDispatcher", "read0")));
    system.view = new SystemView('S', "read", CallKind.DESCRIPTOR, "", 9);
  }

  /** Says what the test wants to hear. */
  private final class FakeSystem implements SystemThreads {
    SystemView view = SystemView.UNKNOWN;
    Runnable whileDescribing = () -> {};
    Runnable whileLooking = () -> {};
    boolean atOnce = true;

    @Override
    public boolean answersAtOnce(long threadId) {
      return atOnce;
    }

    @Override
    public long runQueueNanos(long threadId) {
      return 0;
    }

    @Override
    public char state(long threadId) {
      return view.state();
    }

    @Override
    public SystemView look(long threadId) {
      order.add("look");
      whileLooking.run();
      return view;
    }

    @Override
    public SystemView describe(SystemView seen) {
      order.add("describe");
      whileDescribing.run();
      return new SystemView(seen.state(), seen.call(), seen.kind(), "a peer");
    }
  }
}
