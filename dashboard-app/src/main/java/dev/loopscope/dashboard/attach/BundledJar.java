package dev.loopscope.dashboard.attach;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A jar that travels inside the dashboard's own, as a file that another process can open: the agent
 * or the samples.
 *
 * <p>The file's name carries a hash of its content, so it is the same path every time: the target's
 * class loader ignores a path that it already has, and a hundred attaches leave one entry, not a
 * hundred.
 */
public final class BundledJar {

  private static final String RESOURCES = "/dev/loopscope/dashboard/agent/";

  private final String name;
  private final Path folder;

  private BundledJar(String name, Path folder) {
    this.name = name;
    this.folder = folder;
  }

  /**
   * The agent.
   *
   * @param folder where the file is kept; created when missing
   */
  public static BundledJar agent(Path folder) {
    return new BundledJar("loopscope-agent", folder);
  }

  /**
   * The sample programs.
   *
   * @param folder where the file is kept; created when missing
   */
  public static BundledJar samples(Path folder) {
    return new BundledJar("loopscope-samples", folder);
  }

  /** The user's cache folder for Loopscope, as the XDG base directory specification places it. */
  public static Path userCache() {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path root =
        cache != null && !cache.isBlank() && Path.of(cache).isAbsolute()
            ? Path.of(cache)
            : Path.of(System.getProperty("user.home"), ".cache");
    return root.resolve("loopscope");
  }

  /**
   * Writes the jar unless it is there already.
   *
   * @return its absolute path
   * @throws IOException when it is not part of this build or cannot be written
   */
  public Path file() throws IOException {
    byte[] content = content();
    Path file =
        folder
            .resolve("loopscope-agent-" + hash(content).substring(0, 16) + ".jar")
            .toAbsolutePath();
    if (isIntact(file, content)) {
      return file;
    }
    createFolder();
    Path fresh = Files.createTempFile(folder, name, ".tmp");
    try {
      Files.write(fresh, content);
      move(fresh, file);
    } finally {
      Files.deleteIfExists(fresh);
    }
    return file;
  }

  private byte[] content() throws IOException {
    try (InputStream in = BundledJar.class.getResourceAsStream(RESOURCES + name + ".jar")) {
      if (in == null) {
        throw new IOException(
            name
                + ".jar is missing from this build of Loopscope. Build the whole project with"
                + " \"mvn verify\" and start again.");
      }
      return in.readAllBytes();
    }
  }

  /** A cached file is only trusted when it holds exactly what this build carries. */
  private static boolean isIntact(Path file, byte[] content) throws IOException {
    return Files.isRegularFile(file)
        && Files.size(file) == content.length
        && MessageDigest.isEqual(Files.readAllBytes(file), content);
  }

  private void createFolder() throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    if (Files.isDirectory(folder)) {
      return;
    }
    Files.createDirectories(folder.toAbsolutePath().getParent());
    if (posix) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    } else {
      Files.createDirectory(folder);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
