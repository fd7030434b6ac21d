package dev.loopscope.agent.plugin.foreign;

import dev.loopscope.agent.plugin.Uncovered;
import java.util.List;
import java.util.Map;

/** Event loops that no plugin watches: where one of them is in the process, the user is told. */
public final class ForeignLoops {
  private static final String WHAT = "its event loops";
  private static final String NOTE =
      "no plug-in watches these loops; a points file can declare the methods that they call";

  private ForeignLoops() {}

  /** What is not seen, by the framework's name. */
  public static Map<String, List<Uncovered>> all() {
    return Map.of(
        "LMAX Disruptor", loop("com.lmax.disruptor.BatchEventProcessor"),
        "Agrona", loop("org.agrona.concurrent.AgentRunner"),
        "SWT", loop("org.eclipse.swt.widgets.Display"));
  }

  private static List<Uncovered> loop(String className) {
    return List.of(Uncovered.where(className, WHAT, NOTE));
  }
}
