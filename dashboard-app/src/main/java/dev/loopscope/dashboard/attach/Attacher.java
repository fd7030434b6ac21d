package dev.loopscope.dashboard.attach;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.loopscope.dashboard.session.AttachableProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent into a running JVM. Blocks until the agent has started, a second as a rule; a
 * target that does not answer is given up after a time.
 */
public final class Attacher implements AgentLoader {

  /** How long a target may take to answer before it is given up. */
  public static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Where the agent, which must never throw in the target, leaves what went wrong. */
  private static final String STATUS = "loopscope.agent";

  private static final String FAILED = "failed: ";

  private final BundledJar agentJar;
  private final JvmScan scan;
  private final Duration patience;

  /**
   * @param patience how long a target may take to answer, as a rule {@link #PATIENCE}
   */
  public Attacher(BundledJar agentJar, JvmScan scan, Duration patience) {
    this.agentJar = agentJar;
    this.scan = scan;
    this.patience = patience;
  }

  @Override
  public void load(long pid, String options) throws AttachFailedException {
    refuseTheImpossible(pid);
    Path jar = jar();
    FutureTask<@Nullable Void> work = new FutureTask<>(() -> loadNow(pid, jar, options));
    // The attach mechanism cannot be interrupted while a stopped target does not answer, so it gets
    // a thread of its own that can be left behind.
    Thread thread = new Thread(work, "loopscope-attach-" + pid);
    thread.setDaemon(true);
    thread.start();
    await(pid, work);
  }

  private void refuseTheImpossible(long pid) throws AttachFailedException {
    if (pid == ProcessHandle.current().pid()) {
      throw new AttachFailedException(
          "Process " + pid + " is this dashboard. Attach to it from a second one.");
    }
    if (pid <= 0 || ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
      throw new AttachFailedException(
          "There is no process " + pid + ". \"loopscope list\" shows the JVMs that run now.");
    }
    Optional<AttachableProcess> jvm = scan.find(pid);
    if (jvm.isEmpty()) {
      throw notSeen(pid, user(ProcessHandle.of(pid)), user(Optional.of(ProcessHandle.current())));
    }
    if (!jvm.get().attachable()) {
      throw new AttachFailedException(
          "Cannot attach to "
              + jvm.get().name()
              + " (pid "
              + pid
              + "). "
              + jvm.get().reasonIfNot());
    }
  }

  private static String user(Optional<ProcessHandle> process) {
    return process.flatMap(known -> known.info().user()).orElse("");
  }

  /** Of other users' processes nothing can be seen, often not even what they run. */
  static AttachFailedException notSeen(long pid, String owner, String self) {
    return owner.isEmpty() || owner.equals(self)
        ? new AttachFailedException(
            "Process " + pid + " is not a JVM. \"loopscope list\" shows the JVMs that run now.")
        : new AttachFailedException(
            "Process "
                + pid
                + " belongs to user "
                + owner
                + ", so it cannot be attached, nor seen whether it is a JVM. Run Loopscope as that"
                + " user (sudo -u "
                + owner
                + " …).");
  }

  private Path jar() throws AttachFailedException {
    try {
      return agentJar.file();
    } catch (IOException e) {
      throw new AttachFailedException(
          "Cannot put the agent where a target can load it: " + e.getMessage(), e);
    }
  }

  private static @Nullable Void loadNow(long pid, Path jar, String options)
      throws IOException,
          AttachNotSupportedException,
          AgentLoadException,
          AgentInitializationException {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
    try {
      machine.loadAgent(jar.toString(), options);
      String status = machine.getSystemProperties().getProperty(STATUS, "");
      if (status.startsWith(FAILED)) {
        throw new AttachFailedException(
            "The agent did not start in process " + pid + ": " + status.substring(FAILED.length()));
      }
    } finally {
      machine.detach();
    }
    return null;
  }

  private void await(long pid, FutureTask<@Nullable Void> work) throws AttachFailedException {
    try {
      work.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw explain(pid, e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      throw new AttachFailedException(
          "Process "
              + pid
              + " did not answer within "
              + patience.toSeconds()
              + " s. It may be stopped (a debugger, Ctrl+Z) or too busy; let it run and try again.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AttachFailedException("Attaching to process " + pid + " was cancelled.", e);
    }
  }

  private static AttachFailedException explain(long pid, Throwable cause) {
    if (cause instanceof AttachFailedException known) {
      return known;
    }
    String detail = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    if (cause instanceof AttachNotSupportedException) {
      return new AttachFailedException(
          "Process "
              + pid
              + " does not let itself be attached ("
              + detail
              + "). It may just be starting, or belong to another user; try again, or start it with"
              + " -javaagent:loopscope-agent.jar.",
          cause);
    }
    if (cause instanceof AgentLoadException || cause instanceof AgentInitializationException) {
      return new AttachFailedException(
          "Process "
              + pid
              + " refused the agent ("
              + detail
              + "). If it was started with -XX:-EnableDynamicAgentLoading, restart it without.",
          cause);
    }
    if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
      return new AttachFailedException("Process " + pid + " ended while attaching.", cause);
    }
    return new AttachFailedException(
        "Attaching to process "
            + pid
            + " failed ("
            + detail
            + "). It may be ending; its own output may say more. Try again if it still runs.",
        cause);
  }
}
