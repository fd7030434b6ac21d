package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "nioEventLoopGroup-2-1, nioEventLoopGroup-2",
    "vert.x-eventloop-thread-0, vert.x-eventloop-thread",
    "worker 12, worker",
    "main, main",
    "7, 7"
  })
  void loopsOfOnePoolHaveTheNameWithoutTheNumberInCommon(String thread, String group) {
    assertThat(Dictionary.group(thread)).isEqualTo(group);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "org.example.Server --password hunter2 | org.example.Server",
        "/srv/secret/place/app.jar --x | app.jar",
        "'' | java"
      })
  void theProcessIsNamedWithoutItsArguments(String command, String name) {
    assertThat(ThisProcess.name(command)).isEqualTo(name);
  }
}
