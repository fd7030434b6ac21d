package dev.loopscope.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesMainTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final InputStream in = new ByteArrayInputStream(new byte[0]);

  private int run(String... arguments) throws InterruptedException {
    return new SamplesMain(in, new PrintStream(out, true), new PrintStream(err, true))
        .run(List.of(arguments));
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void namesTheSamplesWhenNoneIsGiven() throws InterruptedException {
    assertThat(run()).isEqualTo(2);
    assertThat(errors())
        .contains("demo, chat, chat-clients, sleepers, blocking, window, virtual, ownloop")
        .contains("--help");
  }

  @Test
  void refusesASampleItDoesNotHave() throws InterruptedException {
    assertThat(run("chess")).isEqualTo(2);
    assertThat(errors()).contains("no sample 'chess'");
  }

  @Test
  void refusesAnOptionOfAnotherSample() throws InterruptedException {
    assertThat(run("sleepers", "--workers", "2")).isEqualTo(2);
    assertThat(errors()).contains("there is no option --workers");
  }

  @Test
  void refusesAValueThatIsOutOfBounds() throws InterruptedException {
    assertThat(run("demo", "--clients", "10", "--talkers", "11")).isEqualTo(2);
    assertThat(errors()).contains("--talkers '11' must be a whole number from 0 to 10");
  }

  @Test
  void helpShowsEverySampleWithItsOptions() throws InterruptedException {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("demo: ", "--sleepers-after TIME", "blocking: ", "--log FILE")
        .doesNotContain("null");
  }

  @Test
  void aBusyPortIsAFailureThatSaysWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(run("chat", "--port", port)).isEqualTo(1);
      assertThat(errors()).contains("cannot listen on loopback port " + port, "choose another");
    }
  }

  @Test
  void clientsWithoutAServerFailWithThePortTheyTried() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(run("chat-clients", "--port", String.valueOf(port), "--clients", "4")).isEqualTo(1);
    assertThat(errors()).contains("on loopback port " + port, "check that the chat server runs");
  }

  @Test
  void aLogThatCannotBeWrittenIsAFailure(@TempDir Path directory) throws InterruptedException {
    String log = directory.resolve("missing/log").toString();
    assertThat(run("sleepers", "--log", log)).isEqualTo(1);
    assertThat(errors()).contains("cannot write the log");
  }

  @Test
  void closedInputEndsASampleThatWatchesIt() throws InterruptedException {
    assertThat(run("chat", "--exit-with-stdin")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern("(?m)^READY pid=\\d+ port=\\d+$")
        .contains("ended: standard input closed");
  }

  @Test
  void virtualThreadsNeedANewerJdkAndSayWhich() throws InterruptedException {
    boolean has = Runtime.version().feature() >= 21;

    assertThat(run("virtual", "--for", "100ms", "--pin-every", "20ms")).isEqualTo(has ? 0 : 1);

    assertThat(has ? out.toString(StandardCharsets.UTF_8) : errors())
        .contains(has ? "READY pid=" : "need JDK 21 or newer, this is JDK");
  }

  @Test
  void handMadeLoopRunsAndEnds() throws InterruptedException {
    assertThat(run("ownloop", "--for", "100ms", "--block", "20ms", "--block-every", "40ms"))
        .isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("READY pid=", "ended: its time is up");
  }

  @Test
  void aLimitedTimeEndsTheSample() throws InterruptedException {
    assertThat(run("blocking", "--for", "10ms")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("ended: its time is up");
  }
}
