package dev.loopscope.agent.bench;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the packed agent is. */
final class AgentJar {
  private static final String IN_MODULES = "core/target/loopscope-agent.jar";

  private AgentJar() {}

  /** The agent jar of the same build as this jar. */
  static Path path() {
    Path jar = target().resolve("../..").resolve(IN_MODULES).normalize();
    if (!Files.isRegularFile(jar)) {
      throw new IllegalStateException(
          "There is no agent to measure at " + jar + ". Run: mvn -DskipTests package");
    }
    return jar;
  }

  private static Path target() {
    try {
      Path code =
          Path.of(AgentJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path target = code.toAbsolutePath().getParent();
      if (target == null) {
        throw new IllegalStateException("These classes are in no module's target: " + code);
      }
      return target;
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The place of these classes is no path.", e);
    }
  }
}
