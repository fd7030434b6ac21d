package dev.loopscope.dashboard.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.dashboard.attach.BundledJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoProcessTest {

  @TempDir private Path folder;

  @Test
  void demoAndItsClientsEndWithIt() throws Exception {
    List<ProcessHandle> children;
    long pid;
    try (DemoProcess demo = DemoProcess.start(BundledJar.samples(folder), "--clients", "20")) {
      pid = demo.pid();
      children = ProcessHandle.of(pid).orElseThrow().descendants().toList();
      assertThat(children).isNotEmpty();
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(children).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void demoThatCannotStartSaysWhy() {
    assertThatThrownBy(
            () -> {
              try (DemoProcess demo =
                  DemoProcess.start(BundledJar.samples(folder), "--clients", "none")) {
                assertThat(demo.isAlive()).isFalse();
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("ended before it was ready")
        .hasMessageContaining("clients");
  }
}
