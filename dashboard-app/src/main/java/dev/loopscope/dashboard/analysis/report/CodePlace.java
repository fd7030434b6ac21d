package dev.loopscope.dashboard.analysis.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.loopscope.dashboard.words.CodeNames;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** The places of a stack, innermost first; empty when the stack is not known. */
  static List<CodePlace> stack(@Nullable Stack stack) {
    return stack == null ? List.of() : stack.frames().stream().map(CodePlace::of).toList();
  }

  /** The frame to blame, null when there is none. */
  static @Nullable CodePlace culprit(List<CodePlace> stack, int frame) {
    return frame < 0 || frame >= stack.size() ? null : stack.get(frame);
  }

  /** For example {@code ChatHandler.onMessage (ChatHandler.java:42)}. */
  String text() {
    String place = file.isEmpty() ? "unknown source" : line < 0 ? file : file + ":" + line;
    return CodeNames.type(className) + "." + method + " (" + place + ")";
  }
}
