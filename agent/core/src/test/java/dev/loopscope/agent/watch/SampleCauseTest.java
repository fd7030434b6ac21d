package dev.loopscope.agent.watch;

import static dev.loopscope.agent.watch.Samples.app;
import static dev.loopscope.agent.watch.Samples.jdk;
import static dev.loopscope.agent.watch.Samples.nativeJdk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.watch.system.CallKind;
import dev.loopscope.agent.watch.system.SystemView;
import dev.loopscope.protocol.Stall.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SampleCauseTest {

  @Test
  void aSleepIsASleep() {
    assertThat(cause(Samples.sleeping(1)))
        .isEqualTo(new SampleCause(Cause.SLEEP, "TIMED_WAITING in Thread.sleep", ""));
  }

  @Test
  void aMonitorNamesItsOwner() {
    ThreadSample sample =
        Samples.waiting(Thread.State.BLOCKED, "org.example.Store@1", 12, "writer", app("read", 1));
    SampleCause cause = cause(sample);
    assertThat(cause.cause()).isEqualTo(Cause.LOCK);
    assertThat(cause.seen()).contains("org.example.Store@1", "\"writer\"");
  }

  @Test
  void aParkWithAnOwnerIsALockAndWithoutOneAWait() {
    ThreadSample owned =
        Samples.waiting(
            Thread.State.WAITING,
            "java.util.concurrent.locks.ReentrantLock$NonfairSync@2",
            13,
            "archiver",
            jdk("jdk.internal.misc.Unsafe", "park"),
            app("read", 1));
    assertThat(cause(owned).cause()).isEqualTo(Cause.LOCK);
    ThreadSample future =
        Samples.thread(
            Thread.State.WAITING,
            0,
            jdk("jdk.internal.misc.Unsafe", "park"),
            jdk("java.util.concurrent.CompletableFuture", "get"),
            app("read", 1));
    assertThat(cause(future))
        .isEqualTo(new SampleCause(Cause.WAIT, "WAITING in CompletableFuture.get", ""));
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
    assertThat(cause(socket))
        .isEqualTo(
            new SampleCause(
                Cause.BLOCKING_IO,
                "in Socket$SocketInputStream.read, on what is not known on this system",
                ""));
    ThreadSample file =
        Samples.thread(
            Thread.State.RUNNABLE,
            0,
            nativeJdk("java.io.FileInputStream", "readBytes"),
            app("load", 1));
    assertThat(cause(file).cause()).isEqualTo(Cause.BLOCKING_IO);
  }

  @Test
  void aNativeMethodThatComputesIsNoInputOutput() {
    ThreadSample arraycopy =
        Samples.thread(
            Thread.State.RUNNABLE, 0, nativeJdk("java.lang.System", "arraycopy"), app("sort", 1));
    assertThat(cause(arraycopy).cause()).isEqualTo(Cause.CPU);
  }

  @Test
  void theSystemNamesTheCallAndThePeer() {
    ThreadSample socket =
        Samples.thread(
            Thread.State.RUNNABLE,
            0,
            nativeJdk("sun.nio.ch.Net", "poll"),
            jdk("java.net.Socket$SocketInputStream", "read"),
            app("query", 1));
    SystemView view = new SystemView('S', "poll", CallKind.DESCRIPTOR_LIST, "127.0.0.1:5432 (TCP)");
    assertThat(SampleCause.of(socket, view))
        .isEqualTo(
            new SampleCause(
                Cause.BLOCKING_IO,
                "in Socket$SocketInputStream.read (system call poll)",
                "127.0.0.1:5432 (TCP)"));
  }

  @Test
  void nativeCodeIsWhatItsSystemCallIs() {
    ThreadSample sample =
        Samples.thread(
            Thread.State.RUNNABLE, 0, nativeJdk("org.example.Device", "fetch"), app("read", 1));
    assertThat(cause(sample, 'S', "clock_nanosleep", CallKind.TIME)).isEqualTo(Cause.SLEEP);
    assertThat(cause(sample, 'S', "wait4", CallKind.PROCESS)).isEqualTo(Cause.WAIT);
    assertThat(cause(sample, 'S', "futex", CallKind.THREADS)).isEqualTo(Cause.WAIT);
    assertThat(cause(sample, 'S', "recvfrom", CallKind.DESCRIPTOR)).isEqualTo(Cause.BLOCKING_IO);
    assertThat(cause(sample, 'D', "", CallKind.NONE)).isEqualTo(Cause.BLOCKING_IO);
    assertThat(cause(sample, 'R', "", CallKind.NONE)).isEqualTo(Cause.CPU);
    assertThat(cause(sample, 't', "", CallKind.NONE)).isEqualTo(Cause.FROZEN);
  }

  @Test
  void javaCodeThatWaitsWithoutTheJvmSayingSoWaitsForTheJvm() {
    ThreadSample sample = Samples.running(0);
    SampleCause cause = SampleCause.of(sample, new SystemView('S', "futex", CallKind.THREADS, ""));
    assertThat(cause.cause()).isEqualTo(Cause.WAIT);
    assertThat(cause.seen()).contains("inside the JVM", "ChatHandler.compute");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.util.concurrent.locks.ReentrantReadWriteLock$NonfairSync@1f",
        "java.util.concurrent.locks.StampedLock@1f"
      })
  void aLockWithoutAnOwnerIsALockStill(String lock) {
    ThreadSample sample =
        Samples.waiting(
            Thread.State.WAITING,
            lock,
            0,
            "",
            jdk("jdk.internal.misc.Unsafe", "park"),
            app("read", 1));
    assertThat(cause(sample).cause()).isEqualTo(Cause.LOCK);
  }

  @ParameterizedTest
  @CsvSource({
    "java.util.concurrent.CountDownLatch$Sync@7ab, java.util.concurrent.CountDownLatch",
    "java.util.concurrent.CompletableFuture$Signaller@7ab, java.util.concurrent.CompletableFuture",
    "org.example.Box@7ab, org.example.Box",
    "'', ''"
  })
  void aWaitSaysOnWhat(String lock, String subject) {
    ThreadSample sample =
        Samples.waiting(
            Thread.State.WAITING, lock, 0, "", jdk("java.lang.Object", "wait"), app("read", 1));
    assertThat(cause(sample))
        .isEqualTo(new SampleCause(Cause.WAIT, "WAITING in Object.wait", subject));
  }

  @Test
  void aThreadHeldByADebuggerIsFrozenWhateverItsStateIs() {
    assertThat(cause(Samples.suspended(Samples.running(0))).cause()).isEqualTo(Cause.FROZEN);
    assertThat(cause(Samples.suspended(Samples.sleeping(1))).cause()).isEqualTo(Cause.FROZEN);
  }

  private static SampleCause cause(ThreadSample sample) {
    return SampleCause.of(sample, SystemView.UNKNOWN);
  }

  private static Cause cause(ThreadSample sample, char state, String call, CallKind kind) {
    return SampleCause.of(sample, new SystemView(state, call, kind, "")).cause();
  }
}
