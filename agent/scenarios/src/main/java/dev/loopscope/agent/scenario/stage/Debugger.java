package dev.loopscope.agent.scenario.stage;

import static java.util.Objects.requireNonNull;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import dev.loopscope.agent.scenario.Disturbance;
import dev.loopscope.agent.scenario.ScenarioProgram;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A debugger on a program that listens for one. */
final class Debugger implements AutoCloseable {

  private static final Pattern LISTENING =
      Pattern.compile("Listening for transport dt_socket at address: (\\d+)");

  private final VirtualMachine machine;

  private Debugger(VirtualMachine machine) {
    this.machine = machine;
  }

  /** Attaches to the program that said this at its start. */
  static Debugger attach(List<String> greeting) throws IOException {
    AttachingConnector connector =
        Bootstrap.virtualMachineManager().attachingConnectors().stream()
            .filter(known -> known.transport().name().equals("dt_socket"))
            .findFirst()
            .orElseThrow();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    requireNonNull(arguments.get("hostname")).setValue("127.0.0.1");
    requireNonNull(arguments.get("port")).setValue(port(greeting));
    try {
      return new Debugger(connector.attach(arguments));
    } catch (IllegalConnectorArgumentsException e) {
      throw new IllegalStateException("A JDK's debugger takes a host and a port.", e);
    }
  }

  private static String port(List<String> greeting) throws IOException {
    for (String line : greeting) {
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.matches()) {
        return matcher.group(1);
      }
    }
    throw new IOException("The program does not listen for a debugger; it said " + greeting + ".");
  }

  void suspend(Disturbance what, long millis) throws InterruptedException {
    if (what == Disturbance.JVM_SUSPENDED) {
      machine.suspend();
      TimeUnit.MILLISECONDS.sleep(millis);
      machine.resume();
    } else {
      ThreadReference loop = loop();
      loop.suspend();
      TimeUnit.MILLISECONDS.sleep(millis);
      loop.resume();
    }
  }

  private ThreadReference loop() {
    return machine.allThreads().stream()
        .filter(thread -> thread.name().startsWith(ScenarioProgram.LOOP_NAME))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    machine.dispose(); // what is suspended goes on
  }
}
