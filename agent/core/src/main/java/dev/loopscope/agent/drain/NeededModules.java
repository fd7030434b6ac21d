package dev.loopscope.agent.drain;

import dev.loopscope.agent.start.AgentException;

/** Modules of the platform that small runtime images may lack and without which nothing works. */
final class NeededModules {
  private static final String MANAGEMENT = "jdk.management";

  private NeededModules() {}

  /**
   * While attaching, so that the one who attaches hears of it.
   *
   * @throws AgentException when one is missing
   */
  static void check(ModuleLayer layer) {
    if (layer.findModule(MANAGEMENT).isEmpty()) {
      throw new AgentException(
          "This JVM has no module "
              + MANAGEMENT
              + ", without which collections and CPU times cannot be told. Add it to the runtime"
              + " image (jlink --add-modules "
              + MANAGEMENT
              + ") or to what is loaded (--add-modules "
              + MANAGEMENT
              + ").");
    }
  }
}
