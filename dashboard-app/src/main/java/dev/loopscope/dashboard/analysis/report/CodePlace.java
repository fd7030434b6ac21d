package dev.loopscope.dashboard.analysis.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.StackFrame;

/**
 * A line of code.
 *
 * @param className binary class name; {@code class} in JSON
 * @param method name of the method
 * @param file source file, empty when not known
 * @param line source line, negative when there is none
 */
public record CodePlace(
    @JsonProperty("class") String className, String method, String file, int line) {

  static CodePlace of(StackFrame frame) {
    return new CodePlace(frame.className(), frame.method(), frame.file(), frame.line());
  }

  /** For example {@code ChatHandler.onMessage (ChatHandler.java:42)}. */
  String text() {
    String place = file.isEmpty() ? "unknown source" : line < 0 ? file : file + ":" + line;
    return CodeNames.type(className) + "." + method + " (" + place + ")";
  }
}
