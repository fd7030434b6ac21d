package dev.loopscope.agent.start;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The version of the agent's build, as its jar says. */
final class AgentVersion {
  private static final String UNKNOWN = "unknown";

  private AgentVersion() {}

  /** Opens the jar: for the agent's own threads. */
  static String of(URL jar) {
    try (JarFile file = new JarFile(Path.of(jar.toURI()).toFile(), false)) {
      Manifest manifest = file.getManifest();
      String version =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
      return version == null ? UNKNOWN : version;
    } catch (IOException | URISyntaxException e) {
      return UNKNOWN + " (" + e.getMessage() + ')';
    }
  }
}
