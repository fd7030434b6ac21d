package dev.loopscope.agent.watch.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On a real Linux: a real thread of this process is found and its call named. */
class OwnThreadTest {

  private static final Path SELF = Path.of("/proc/self");
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  @BeforeEach
  void linux() {
    boolean shown = Files.isDirectory(SELF.resolve("task"));
    assumeTrue(shown, "skipped: this system has no /proc/self/task");
  }

  @Test
  void aThreadThatReadsFromASocketIsFoundWithItsPeer() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket client = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort());
        Socket accepted = server.accept()) {
      Thread reader = new Thread(() -> read(client), "socket-reader-of-the-test");
      reader.start();
      SystemView view = await(reader, seen -> !seen.subject().isEmpty());
      accepted.getOutputStream().write(1);
      reader.join();
      assertThat(view.waits()).isTrue();
      assertThat(view.subject()).contains("127.0.0.1:" + server.getLocalPort());
    }
  }

  @Test
  void aThreadThatSleepsWaitsForOtherThreadsOrTime() throws Exception {
    Thread sleeper = new Thread(() -> LockSupport.park(this), "sleeper-of-the-test");
    sleeper.start();
    SystemView view = await(sleeper, seen -> seen.kind() == CallKind.THREADS);
    LockSupport.unpark(sleeper);
    sleeper.join();
    assertThat(view.call()).isEqualTo("futex");
  }

  private static void read(Socket socket) {
    try (InputStream in = socket.getInputStream()) {
      in.read();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private SystemView await(Thread thread, Predicate<SystemView> wanted) {
    SystemView last = SystemView.UNKNOWN;
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!wanted.test(last) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(5_000_000);
      LinuxThreads linux = linux(thread);
      last = linux.describe(linux.look(thread.getId()));
    }
    assertThat(last).matches(wanted);
    return last;
  }

  private LinuxThreads linux(Thread thread) {
    return new LinuxThreads(
        SELF,
        System.getProperty("os.arch"),
        threads::getThreadCpuTime,
        () -> List.of(new KnownThread(thread.getId(), thread.getName())),
        System::nanoTime);
  }
}
