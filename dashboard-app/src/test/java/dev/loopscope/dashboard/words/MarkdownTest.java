package dev.loopscope.dashboard.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "worker-2 § worker-2",
        "ChatHandler.java:42 § ChatHandler.java:42",
        "a*b_c § a\\*b\\_c",
        "<script> § \\<script\\>",
        "1. first § 1\\. first",
        "1.5 § 1\\.5",
        "# head § \\# head",
        "[a](b) § \\[a\\]\\(b\\)",
        "back\\slash § back\\\\slash",
        "a&lt;b | c § a\\&lt;b \\| c"
      })
  void textReadsAsItIs(String text, String escaped) {
    assertThat(Markdown.escape(text)).isEqualTo(escaped);
  }

  @Test
  void lineBreaksBecomeSpaces() {
    assertThat(Markdown.escape("a\n\n# b\u2028c")).isEqualTo("a  \\# b c");
  }

  @Test
  void blockIsEndedByNothingInIt() {
    assertThat(Markdown.block(List.of("at a.b(```)", "````", "x\n```")))
        .isEqualTo("`````\nat a.b(```)\n````\nx ```\n`````\n");
    assertThat(Markdown.block(List.of("at a.b"))).isEqualTo("```\nat a.b\n```\n");
  }
}
