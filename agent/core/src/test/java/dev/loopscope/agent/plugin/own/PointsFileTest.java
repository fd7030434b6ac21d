package dev.loopscope.agent.plugin.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.agent.plugin.Plugins;
import dev.loopscope.agent.plugin.own.OwnPoint.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsFileTest {
  private static final String RUN = "run com.example.Turn.execute(Ljava/lang/Runnable;)V";

  @TempDir Path directory;

  @Test
  void everyRoleIsRead() {
    List<OwnLoop> loops =
        parse(
            """
            # a game
            loop game-loop   # its kind
            run com.example.Turn$Inner.execute(ILjava/lang/Runnable;)V task=1
            submit Turn.offer(Ljava/lang/Runnable;J)Z task=0 wrap

            wait com.example.Inbox.take()[Ljava/lang/Runnable;
            loop second
            run com.example.Second.tick()V
            """);

    assertThat(loops).extracting(OwnLoop::name).containsExactly("game-loop", "second");
    assertThat(loops.get(0).points())
        .containsExactly(
            new OwnPoint(
                Role.RUN,
                "com.example.Turn$Inner",
                "execute",
                "(ILjava/lang/Runnable;)V",
                1,
                false,
                3),
            new OwnPoint(Role.SUBMIT, "Turn", "offer", "(Ljava/lang/Runnable;J)Z", 0, true, 4),
            new OwnPoint(
                Role.WAIT,
                "com.example.Inbox",
                "take",
                "()[Ljava/lang/Runnable;",
                OwnPoint.NO_TASK,
                false,
                6));
    assertThat(loops.get(1).points().get(0).task()).isEqualTo(OwnPoint.NO_TASK);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "run com.example.A.b()V | line 1: of which loop? Write a line before it: loop NAME.",
        "loop Game | line 1: 'Game' is no name of a loop.",
        "loop netty-mine | line 1: loops called netty-mine exist already.",
        "loop timer | line 1: loops called timer exist already.",
        "loop a | line 1: the loop a runs nothing. Add a line: run METHOD task=N.",
        "loop a;go x | line 2: 'go' is unknown. Begin with loop, run, submit or wait.",
        "loop a;run | line 2: which method? Write for example",
        "loop a;run com.example.A | line 2: 'com.example.A' is no method.",
        "loop a;run A.b(Ljava.lang.Runnable/)V | line 2: '(Ljava.lang.Runnable/)V' is no descriptor.",
        "loop a;run A.b(V)V | line 2: '(V)V' is no descriptor.",
        "loop a;run A.<init>()V | line 2: 'A.<init>()V' is no method.",
        "loop a;run A.b()V task=0 | line 2: there is no parameter 0: the method has 0",
        "loop a;run A.b(I)V task=0 | line 2: parameter 0 is a number or a flag.",
        "loop a;run A.b()V wrap | line 2: 'wrap' does not belong there. Write run METHOD",
        "loop a;wait A.b()V task=0 | line 2: 'task=0' does not belong there. Write wait METHOD",
        "loop a;submit A.b()V | line 2: which parameter is the task?",
        "loop a;run java.lang.Thread.run()V | line 2: java.lang.Thread belongs to the JDK",
        "loop a;run sun.misc.A.b()V | line 2: sun.misc.A belongs to the JDK",
        "loop a;run dev.loopscope.agent.probe.X.b()V | line 2: dev.loopscope.agent.probe.X is the agent's own",
        "loop a;run A.b()V;wait A.b()V | line 3: b is declared twice.",
        "loop a;run A.b()V;loop a | line 3: loops called a exist already.",
        "loop a;run io.netty.util.concurrent.SingleThreadEventExecutor.b()V | line 2: io.netty.util.concurrent.SingleThreadEventExecutor is watched anyway.",
      })
  void whatIsWrongIsToldWithItsLine(String lines, String sentence) {
    assertThatThrownBy(() -> parse(lines.replace(';', '\n')))
        .isInstanceOf(PointsFileException.class)
        .hasMessageStartingWith("Points file, " + sentence);
  }

  @Test
  void descriptorWithoutItsEndIsRefused() {
    assertThatThrownBy(() -> parse("loop a\nrun A.b(Ljava/lang/Runnable)V"))
        .hasMessageContaining("is no descriptor. \"javap -s -p A\" prints those of every method.");
  }

  @Test
  void onlyARunnableIsWrappedAndOnlyWhereItIsUnwrapped() {
    String object = "loop a\n" + RUN + " task=0\nsubmit A.b(Ljava/lang/Object;)V task=0 wrap\n";
    String lost = "loop a\n" + RUN + "\nsubmit A.b(Ljava/lang/Runnable;)V task=0 wrap\n";

    assertThatThrownBy(() -> parse(object))
        .hasMessageContaining("line 3: only a parameter that is");
    assertThatThrownBy(() -> parse(lost)).hasMessageContaining("line 3: what is wrapped must be");
  }

  @Test
  void tooMuchIsRefusedBeforeItIsUsed() throws Exception {
    String loops = "loop l%d\nrun A.m%d()V\n";
    StringBuilder many = new StringBuilder();
    StringBuilder methods = new StringBuilder("loop a\n");
    for (int i = 0; i <= PointsFile.MOST_POINTS; i++) {
      many.append(loops.formatted(i, i));
      methods.append("run A.m").append(i).append("()V\n");
    }
    Path large = directory.resolve("large");
    Files.writeString(large, "#".repeat(PointsFile.MOST_BYTES + 1));

    assertThatThrownBy(() -> parse(many.toString())).hasMessageContaining("more than 16 loops");
    assertThatThrownBy(() -> parse(methods.toString()))
        .hasMessageContaining("more than 64 methods");
    assertThatThrownBy(() -> read(large)).hasMessageContaining("is over 64 KiB");
  }

  @Test
  void whatIsNoTextOrNotThereIsRefused() throws Exception {
    Path binary = directory.resolve("binary");
    Files.write(binary, new byte[] {(byte) 0xC3, 0x28});

    assertThatThrownBy(() -> read(binary)).hasMessageContaining("is no UTF-8 text");
    assertThatThrownBy(() -> read(directory.resolve("none")))
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> parse("# nothing\n")).hasMessageContaining("declares no loop");
  }

  private static List<OwnLoop> parse(String text) {
    return PointsFile.parse(text, Plugins::isKind, Plugins::watches);
  }

  private static List<OwnLoop> read(Path file) {
    return PointsFile.read(file, Plugins::isKind, Plugins::watches);
  }
}
