package dev.loopscope.agent.watch.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxThreadsTest {

  private static final long LOOP = 31;
  private static final long CPU = 123_456_789;
  private static final String TCP =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout"
          + " inode\n"
          + "   0: 0100007F:9C40 0100007F:1538 01 00000000:00000000 00:00000000 00000000     0"
          + "        0 4711 1 0000000000000000 20 4 0 10 -1\n"
          + "   1: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0"
          + "        0 4712 1 0000000000000000 20 4 0 10 -1\n";
  private static final String TCP6 =
      "  sl  local_address rem_address\n"
          + "   0: 00000000000000000000000001000000:9C40 00000000000000000000000001000000:01BB 01"
          + " 00000000:00000000 00:00000000 00000000     0        0 4713 1 0000000000000000\n";

  @TempDir private Path directory;
  private FakeProc proc;
  private final Map<Long, Long> cpu = new HashMap<>();

  @BeforeEach
  void oneLoop() throws IOException {
    proc = new FakeProc(directory);
    proc.task(101, "java", 999, 0);
    proc.task(102, "worker-1", CPU, 5_000);
    cpu.put(LOOP, CPU);
  }

  private LinuxThreads threads(String architecture) {
    return new LinuxThreads(
        directory,
        architecture,
        id -> cpu.getOrDefault(id, -1L),
        () -> List.of(new KnownThread(LOOP, "worker-1")),
        () -> 0);
  }

  private SystemView look() {
    LinuxThreads threads = threads("amd64");
    return threads.describe(threads.look(LOOP));
  }

  @Test
  void theRunQueueIsReadFromTheTaskWithTheSameCpuTime() {
    assertThat(threads("amd64").runQueueNanos(LOOP)).isEqualTo(5_000);
  }

  @Test
  void onlyTheFirstQuestionAboutAThreadTakesASearch() {
    LinuxThreads threads = threads("amd64");
    assertThat(threads.answersAtOnce(LOOP)).isFalse();
    threads.runQueueNanos(LOOP);
    assertThat(threads.answersAtOnce(LOOP)).isTrue();
  }

  @Test
  void whatIsNotThereIsUnknown() {
    LinuxThreads elsewhere =
        new LinuxThreads(
            directory.resolve("missing"),
            "amd64",
            id -> CPU,
            () -> List.of(new KnownThread(LOOP, "worker-1")),
            () -> 0);
    assertThat(elsewhere.runQueueNanos(LOOP)).isEqualTo(-1);
    assertThat(elsewhere.look(LOOP)).isEqualTo(SystemView.UNKNOWN);
    assertThat(elsewhere.answersAtOnce(LOOP)).isTrue();
  }

  @Test
  void aThreadThatRunsIsInNoCall() throws IOException {
    proc.state(102, 'R', "running");
    assertThat(look()).isEqualTo(new SystemView('R', "", CallKind.NONE, ""));
  }

  @Test
  void aReadNamesItsFile() throws IOException {
    proc.state(102, 'S', "0 0x7 0x7f00 0x1 0x0 0x0 0x0 0x7ffd 0x7f11");
    proc.descriptor(7, "/var/log/app.log");
    assertThat(look())
        .isEqualTo(new SystemView('S', "read", CallKind.DESCRIPTOR, "/var/log/app.log"));
  }

  @Test
  void aReceiveNamesItsPeer() throws IOException {
    proc.state(102, 'S', "45 0x8 0x7f00 0x1 0x0 0x0 0x0 0x7ffd 0x7f11");
    proc.descriptor(8, "socket:[4711]");
    proc.write("net/tcp", TCP);
    assertThat(look().subject()).isEqualTo("127.0.0.1:5432 (TCP)");
  }

  @Test
  void aPeerOfTheNewerProtocolIsFoundInItsTable() throws IOException {
    proc.state(102, 'S', "45 0x8 0x7f00 0x1 0x0 0x0 0x0 0x7ffd 0x7f11");
    proc.descriptor(8, "socket:[4713]");
    proc.write("net/tcp", TCP);
    proc.write("net/tcp6", TCP6);
    assertThat(look().subject()).isEqualTo("[0:0:0:0:0:0:0:1]:443 (TCP)");
  }

  @Test
  void anAcceptNamesWhereItListens() throws IOException {
    proc.state(102, 'S', "43 0x8 0x7f00 0x1 0x0 0x0 0x0 0x7ffd 0x7f11");
    proc.descriptor(8, "socket:[4712]");
    proc.write("net/tcp", TCP);
    assertThat(look().subject()).isEqualTo("TCP socket at 0.0.0.0:8080");
  }

  @Test
  void aPollNamesTheDescriptorThatItsListInMemoryBeginsWith() throws IOException {
    proc.state(102, 'S', "7 0x40 0x1 0xffffffff 0x0 0x0 0x0 0x7ffd 0x7f11");
    proc.memory(0x40, 8);
    proc.descriptor(8, "socket:[4711]");
    proc.write("net/tcp", TCP);
    assertThat(look())
        .isEqualTo(new SystemView('S', "poll", CallKind.DESCRIPTOR_LIST, "127.0.0.1:5432 (TCP)"));
  }

  @Test
  void memoryThatCannotBeReadLeavesThePeerOpen() throws IOException {
    proc.state(102, 'S', "7 0x7fff00000000 0x1 0xffffffff 0x0 0x0 0x0 0x7ffd 0x7f11");
    assertThat(look()).isEqualTo(new SystemView('S', "poll", CallKind.DESCRIPTOR_LIST, ""));
  }

  @Test
  void standardInputIsCalledThat() throws IOException {
    proc.state(102, 'S', "0 0x0 0x7f00 0x1 0x0 0x0 0x0 0x7ffd 0x7f11");
    proc.descriptor(0, "pipe:[99]");
    assertThat(look().subject()).isEqualTo("standard input (a pipe)");
  }

  @Test
  void aSocketInNoTableIsASocket() throws IOException {
    proc.state(102, 'S', "0 0x9 0x7f00 0x1 0x0 0x0 0x0 0x7ffd 0x7f11");
    proc.descriptor(9, "socket:[1]");
    assertThat(look().subject()).isEqualTo("a socket");
  }

  @Test
  void callsHaveOtherNumbersOnOtherProcessors() throws IOException {
    proc.state(102, 'S', "63 0x7 0x7f00 0x1 0x0 0x0 0x0 0x7ffd 0x7f11");
    proc.descriptor(7, "/data/file");
    assertThat(threads("aarch64").look(LOOP).call()).isEqualTo("read");
    assertThat(threads("s390x").look(LOOP)).isEqualTo(new SystemView('S', "", CallKind.NONE, ""));
  }

  @Test
  void aThreadThatSomebodyStoppedIsStopped() throws IOException {
    proc.state(102, 't', "running");
    assertThat(look().isStopped()).isTrue();
  }
}
