package dev.loopscope.dashboard.ui.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceCommandTest {

  private static StackFrame frame(String type, String method, int line) {
    return new StackFrame(type, method, "Chat.java", line, Origin.APPLICATION);
  }

  @Test
  void placeholdersAreFilledWithinTheirArguments() throws SourceProblem {
    SourceCommand command = SourceCommand.parse("code --goto {file}:{line} -n {class}#{method}");

    assertThat(command.fill(frame("a.Chat", "say", 42), Path.of("/src/a/Chat.java")))
        .containsExactly("code", "--goto", "/src/a/Chat.java:42", "-n", "a.Chat#say");
  }

  @Test
  void quotesKeepBlanksTogether() throws SourceProblem {
    SourceCommand command = SourceCommand.parse("'/opt/my editor/bin' \"--at {line}\"  {file}");

    assertThat(command.arguments()).containsExactly("/opt/my editor/bin", "--at {line}", "{file}");
  }

  @Test
  void nothingInANameIsReadAsPartOfTheCommand() throws SourceProblem {
    SourceCommand command = SourceCommand.parse("edit {class}");

    assertThat(command.fill(frame("a.B; rm -rf ~ {line} $1", "x", 1), null))
        .containsExactly("edit", "a.B; rm -rf ~ {line} $1");
  }

  @Test
  void nameThatLooksLikeAnOptionIsRefused() throws SourceProblem {
    SourceCommand command = SourceCommand.parse("edit {class}");

    assertThatThrownBy(() -> command.fill(frame("--eval=x", "y", 1), null))
        .isInstanceOf(SourceProblem.class)
        .hasMessageContaining("no name of a method");
  }

  @Test
  void unknownLineIsTheFirst() throws SourceProblem {
    assertThat(SourceCommand.parse("edit +{line} {file}").fill(frame("A", "b", -2), Path.of("A")))
        .containsExactly("edit", "+1", "A");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|No command for opening source is set",
        "idea|The command names no place",
        "{file} x|must begin with a program",
        "idea {path}|{path} is no placeholder",
        "idea 'x {file}|A ' is not closed",
      })
  void badCommandIsRefusedWithASentence(String typed, String sentence) {
    assertThatThrownBy(() -> SourceCommand.parse(typed))
        .isInstanceOf(SourceProblem.class)
        .hasMessageContaining(sentence);
  }
}
