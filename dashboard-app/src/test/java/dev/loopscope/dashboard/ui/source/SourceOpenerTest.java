package dev.loopscope.dashboard.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Definitions.Origin;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class SourceOpenerTest {

  private static final StackFrame FRAME =
      new StackFrame("com.example.Chat$Push", "say", "Chat.java", 42, Origin.APPLICATION);

  @TempDir Path root;

  private final List<String> problems = new ArrayList<>();
  private Path file;

  @BeforeEach
  void writeSource() throws IOException {
    file = Files.createDirectories(root.resolve("com/example")).resolve("Chat.java");
    Files.writeString(file, "class Chat {}");
  }

  private void open(String command, StackFrame frame, Path... roots) {
    new SourceOpener(
            () -> new SourceSettings(command, List.of(roots)),
            ProgramStart.real(),
            Runnable::run,
            Runnable::run,
            problems::add)
        .accept(frame);
  }

  /** A program that every system with a JDK has, asked to write down how it was called. */
  private String program(Path out) throws IOException {
    Path source = root.resolve("Note.java");
    Files.writeString(
        source,
        "public class Note { public static void main(String[] a) throws Exception {"
            + " java.nio.file.Files.writeString(java.nio.file.Path.of(a[0]),"
            + " String.join(\"|\", a)); } }");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return "'" + java + "' '" + source + "' '" + out + "' {line} {file}";
  }

  @Test
  void commandRunsWithTheFileAndTheLine() throws IOException {
    Path out = root.resolve("called");

    open(program(out), FRAME, root.resolve("nowhere"), root);

    assertThat(problems).isEmpty();
    assertThat(out).hasContent(out + "|42|" + file.toAbsolutePath());
  }

  @Test
  void missingProgramIsNamed() {
    open("no-such-editor {file}", FRAME, root);

    assertThat(problems).singleElement().asString().startsWith("\"no-such-editor\" could not be");
  }

  @Test
  void failingProgramIsNamedWithItsExitCode() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    open("'" + java + "' --no-such-option {class}", FRAME);

    assertThat(problems).singleElement().asString().contains(" ended with 1");
  }

  @Test
  void classThatIsInNoRootIsNamedWithTheRoots() {
    open("edit {file}", new StackFrame("a.B", "c", "B.java", 1, Origin.APPLICATION), root);

    assertThat(problems)
        .singleElement()
        .asString()
        .startsWith("a/B.java is in none of the source folders (" + root + ")");
  }

  @Test
  void fileOutsideOfTheRootsIsNeverOpened() throws IOException {
    Path inner = Files.createDirectories(root.resolve("inner"));
    Files.writeString(root.resolve("secret.txt"), "x");

    open("edit {file}", new StackFrame("A", "b", "../secret.txt", 1, Origin.APPLICATION), inner);
    open("edit {file}", new StackFrame("...x", "b", "secret.txt", 1, Origin.APPLICATION), inner);

    assertThat(problems).hasSize(2);
    assertThat(problems.get(0)).contains("without the name of its source file");
    assertThat(problems.get(1)).contains("in none of the source folders");
  }

  @Test
  void withoutRootsTheUserIsToldToAddOne() {
    open("edit {file}", FRAME);

    assertThat(problems).singleElement().asString().startsWith("No source folder is set");
  }
}
