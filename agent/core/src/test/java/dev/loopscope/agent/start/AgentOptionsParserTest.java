package dev.loopscope.agent.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentOptionsParserTest {
  private static final String TOKEN = "0123456789abcdef";

  @TempDir Path directory;

  @Test
  void connectionNeedsNoMoreThanAddressAndToken() {
    AgentOptions options = AgentOptionsParser.parse("connect=127.0.0.1:7000,token=" + TOKEN);

    assertThat(options.destination()).isEqualTo(new AgentOptions.Connect("127.0.0.1", 7000, TOKEN));
    assertThat(options.limitNanos()).isEqualTo(AgentOptions.DEFAULT_LIMIT_NANOS);
    assertThat(options.budgetPerSecond()).isEqualTo(AgentOptions.DEFAULT_BUDGET_PER_SECOND);
    assertThat(options.plugins()).contains("netty", "selector", "executor");
  }

  @Test
  void everythingCanBeChosen() {
    AgentOptions options =
        AgentOptionsParser.parse(
            "record=a.loopscope,limit=20ms,limit.netty-nio=500us,limit:worker-1=2s,budget=1000,"
                + "plugins=netty,own=com.example.+org.example.");

    assertThat(options.limitNanos()).isEqualTo(20_000_000);
    assertThat(options.limitNanosByKind()).containsExactly(Map.entry("netty-nio", 500_000L));
    assertThat(options.limitNanosByName()).containsExactly(Map.entry("worker-1", 2_000_000_000L));
    assertThat(options.ownPackages()).containsExactly("com.example.", "org.example.");
    assertThat(options.details()).isEmpty();
    assertThat(options.budgetPerSecond()).isEqualTo(1000);
    assertThat(options.plugins()).containsExactly("netty");
  }

  @Test
  void longOptionsAreReadFromAFile() throws IOException {
    Path file = directory.resolve("options");
    Files.writeString(file, "listen=7000\ntoken=" + TOKEN + "\r\n\nlimit=1s\n");

    AgentOptions options = AgentOptionsParser.parse("@" + file);

    assertThat(options.destination()).isEqualTo(new AgentOptions.Listen(7000, TOKEN));
    assertThat(options.limitNanos()).isEqualTo(1_000_000_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                              | Say once where to send to",
        "record=f,listen=7000            | Say once where to send to",
        "listen=7000                     | needs token=",
        "record=f,detail=all             | There is no detail [all]",
        "record=f,detail=mounts+chanels  | There is no detail [chanels]",
        "record=f,detail=                | There is no detail []",
        "record=f,detail=all             | channels (the ten handlers on whose channels",
        "record=f,detail=all             | costs about 130 ns for each time a virtual thread is",
        "listen=7000,token=short         | at least 16",
        "connect=host,token=0123456789abcdef     | Write connect=HOST:PORT",
        "listen=70000,token=0123456789abcdef     | from 1 to 65535",
        "listen=x,token=0123456789abcdef | not a whole number",
        "record=f,limit=soon             | no duration",
        "record=f,limit=0ms              | more than nothing",
        "record=f,plugins=nety           | no plugin [nety]",
        "record=f,colour=red             | Unknown option [colour]",
        "record                          | Write key=value",
        "@no-such-file                   | Check the path",
      })
  void badInputSaysWhatToWriteInstead(String argument, String message) {
    assertThatThrownBy(() -> AgentOptionsParser.parse(argument))
        .isInstanceOf(AgentException.class)
        .hasMessageContaining(message);
  }
}
