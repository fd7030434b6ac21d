package dev.loopscope.dashboard.alert.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.store.LoopInfo;
import dev.loopscope.dashboard.store.Trace;
import dev.loopscope.protocol.Hello;
import java.util.Locale;

/** What is posted of an alert; {@code docs/command-line.md} has the fields. */
final class WebhookMessage {

  private static final int FORMAT = 1;

  private WebhookMessage() {}

  static String of(Trace trace, Alert alert) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("format", FORMAT);
    Hello hello = trace.hello();
    ObjectNode process = root.putObject("process");
    process.put("name", hello == null ? "" : hello.process().name());
    process.put("pid", hello == null ? 0 : hello.process().pid());
    LoopInfo loop = alert.loop() == 0 ? null : trace.loop(alert.loop());
    root.put("rule", alert.rule().name().toLowerCase(Locale.ROOT));
    root.put("loop", loop == null ? "" : loop.loop().name());
    root.put("group", alert.key().where());
    root.put("kind", alert.key().kind());
    root.put("what", alert.key().what());
    root.put("sentence", alert.sentence());
    root.put("open", alert.isOpen());
    root.put("worstNanos", alert.worstNanos());
    root.put("nanoTime", alert.fromNanos());
    if (hello != null) {
      root.put("epochNanos", hello.clock().toEpochNanos(alert.fromNanos()));
    }
    return root.toString();
  }
}
