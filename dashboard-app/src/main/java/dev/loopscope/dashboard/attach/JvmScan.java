package dev.loopscope.dashboard.attach;

import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import dev.loopscope.dashboard.session.AttachableProcess;
import dev.loopscope.dashboard.session.ProcessList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lists the JVMs of this machine and says why one of them cannot be attached.
 *
 * <p>No JVM is touched: asking one for its properties would start a thread in it. What the attach
 * mechanism lists is joined with the operating system's process list, because a JVM that refuses to
 * be attached, or that belongs to somebody else, is missing from the former.
 */
public final class JvmScan implements ProcessList {

  private static final int OLDEST_JAVA = 17;

  private final long ownPid = ProcessHandle.current().pid();
  private final String ownUser = ProcessHandle.current().info().user().orElse("");
  private final JavaHomes javaHomes = new JavaHomes();

  /** All JVMs but this one, by name and pid. Takes some milliseconds; any thread. */
  @Override
  public List<AttachableProcess> list() {
    Map<Long, String> listed = new HashMap<>();
    for (VirtualMachineDescriptor descriptor : VirtualMachine.list()) {
      pid(descriptor.id()).ifPresent(pid -> listed.put(pid, descriptor.displayName()));
    }
    List<AttachableProcess> jvms = new ArrayList<>();
    ProcessHandle.allProcesses()
        .filter(ProcessHandle::isAlive)
        .filter(process -> listed.containsKey(process.pid()) || JavaCommand.isJava(process))
        .filter(process -> process.pid() != ownPid)
        .forEach(process -> jvms.add(describe(process, listed.get(process.pid()))));
    jvms.sort(
        Comparator.comparing(AttachableProcess::name).thenComparingLong(AttachableProcess::pid));
    return jvms;
  }

  /** The JVM with this pid, if there is one. */
  public Optional<AttachableProcess> find(long pid) {
    return list().stream().filter(jvm -> jvm.pid() == pid).findFirst();
  }

  private AttachableProcess describe(ProcessHandle process, @Nullable String displayName) {
    String[] arguments = JavaCommand.arguments(process);
    String version = javaHomes.versionOf(process);
    String user = process.info().user().orElse("");
    String name =
        displayName != null && !displayName.isBlank()
            ? JavaCommand.shortName(displayName)
            : JavaCommand.mainOf(arguments);
    String obstacle = obstacle(displayName != null, arguments, version, user);
    return new AttachableProcess(
        process.pid(), name.isEmpty() ? "(unknown)" : name, version, obstacle.isEmpty(), obstacle);
  }

  private String obstacle(boolean listed, String[] arguments, String version, String user) {
    List<String> options = List.of(arguments);
    if (options.contains("-XX:+DisableAttachMechanism")) {
      return "Started with -XX:+DisableAttachMechanism. Restart it without that option, or with"
          + " -javaagent:loopscope-agent.jar.";
    }
    if (options.contains("-XX:-EnableDynamicAgentLoading")) {
      return "Started with -XX:-EnableDynamicAgentLoading. Restart it without that option, or with"
          + " -javaagent:loopscope-agent.jar.";
    }
    int feature = JavaHomes.feature(version);
    if (feature > 0 && feature < OLDEST_JAVA) {
      return "Runs on Java " + version + ". Loopscope needs Java " + OLDEST_JAVA + " or newer.";
    }
    if (!listed) {
      return user.isEmpty() || user.equals(ownUser)
          ? "Does not offer itself for attaching (no performance data, still starting, or in a"
              + " container). Wait a moment, or start it with -javaagent:loopscope-agent.jar."
          : "Belongs to user " + user + ". Run Loopscope as that user.";
    }
    return "";
  }

  private static Optional<Long> pid(String id) {
    try {
      return Optional.of(Long.parseLong(id));
    } catch (NumberFormatException e) {
      // A descriptor of another attach provider, whose ids are not process ids.
      return Optional.empty();
    }
  }
}
