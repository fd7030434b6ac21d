package dev.loopscope.agent.watch;

import static dev.loopscope.agent.watch.Samples.app;
import static dev.loopscope.agent.watch.Samples.jdk;
import static dev.loopscope.agent.watch.Samples.nativeJdk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Stall.Cause;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleCauseTest {

  @Test
  void aSleepIsASleep() {
    assertThat(SampleCause.of(Samples.sleeping(1)))
        .isEqualTo(new SampleCause(Cause.SLEEP, "TIMED_WAITING in Thread.sleep"));
  }

  @Test
  void aMonitorNamesItsOwner() {
    ThreadSample sample =
        new ThreadSample(
            Thread.State.BLOCKED, List.of(app("read", 1)), "org.example.Store@1", "writer", 0);
    SampleCause cause = SampleCause.of(sample);
    assertThat(cause.cause()).isEqualTo(Cause.LOCK);
    assertThat(cause.seen()).contains("org.example.Store@1", "\"writer\"");
  }

  @Test
  void aParkWithAnOwnerIsALockAndWithoutOneAWait() {
    ThreadSample owned =
        new ThreadSample(
            Thread.State.WAITING,
            List.of(jdk("jdk.internal.misc.Unsafe", "park"), app("read", 1)),
            "java.util.concurrent.locks.ReentrantLock$NonfairSync@2",
            "archiver",
            0);
    assertThat(SampleCause.of(owned).cause()).isEqualTo(Cause.LOCK);
    ThreadSample future =
        Samples.thread(
            Thread.State.WAITING,
            0,
            jdk("jdk.internal.misc.Unsafe", "park"),
            jdk("java.util.concurrent.CompletableFuture", "get"),
            app("read", 1));
    assertThat(SampleCause.of(future))
        .isEqualTo(new SampleCause(Cause.WAIT, "WAITING in CompletableFuture.get"));
  }

  @Test
  void aReadFromASocketOrAFileIsBlockingInputOutput() {
    ThreadSample socket =
        Samples.thread(
            Thread.State.RUNNABLE,
            0,
            nativeJdk("sun.nio.ch.Net", "poll"),
            jdk("java.net.Socket$SocketInputStream", "read"),
            app("query", 1));
    assertThat(SampleCause.of(socket))
        .isEqualTo(new SampleCause(Cause.BLOCKING_IO, "in Socket$SocketInputStream.read"));
    ThreadSample file =
        Samples.thread(
            Thread.State.RUNNABLE,
            0,
            nativeJdk("java.io.FileInputStream", "readBytes"),
            app("load", 1));
    assertThat(SampleCause.of(file).cause()).isEqualTo(Cause.BLOCKING_IO);
  }

  @Test
  void aNativeMethodThatComputesIsNoInputOutput() {
    ThreadSample arraycopy =
        Samples.thread(
            Thread.State.RUNNABLE, 0, nativeJdk("java.lang.System", "arraycopy"), app("sort", 1));
    assertThat(SampleCause.of(arraycopy).cause()).isEqualTo(Cause.CPU);
  }
}
