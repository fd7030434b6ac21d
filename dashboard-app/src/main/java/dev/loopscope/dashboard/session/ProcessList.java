package dev.loopscope.dashboard.session;

import java.util.List;

/** The JVMs of this machine. */
public interface ProcessList {

  /**
   * Asks the machine anew; the caller's own JVM is left out. May take long (it talks to every JVM),
   * so it is not for the FX thread. One thread at a time.
   *
   * @return by name, then by process id; empty when there is none
   */
  List<AttachableProcess> list();
}
