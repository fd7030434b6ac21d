package dev.loopscope.dashboard.ui.source;

import dev.loopscope.protocol.Definitions.StackFrame;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file of a frame: package folders below the roots, then the file's name. Names come from
 * the watched process or a recording, so only plain names are taken and what is found must lie in
 * the root. Reads the disk.
 *
 * @param roots folders that hold packages
 */
public record SourceFolders(List<Path> roots) {

  private static final Pattern PLAIN_FILE = Pattern.compile("[\\p{L}\\p{N}_$][\\p{L}\\p{N}_$. -]*");

  public SourceFolders {
    roots = List.copyOf(roots);
  }

  /**
   * The source file of {@code frame}.
   *
   * @throws SourceProblem when there is none in the roots
   */
  public Path find(StackFrame frame) throws SourceProblem {
    if (roots.isEmpty()) {
      throw new SourceProblem(
          "No source folder is set, so the file of "
              + frame.className()
              + " cannot be found. Add the folder that holds its packages in the settings, for"
              + " example src/main/java.");
    }
    if (!PLAIN_FILE.matcher(frame.file()).matches()) {
      throw new SourceProblem(
          frame.className()
              + " was compiled without the name of its source file, so there is nothing to open.");
    }
    int dot = frame.className().lastIndexOf('.');
    String folder = dot < 0 ? "" : frame.className().substring(0, dot).replace('.', '/');
    for (Path root : roots) {
      Path file = below(root, folder, frame.file());
      if (file != null && Files.isRegularFile(file)) {
        return file;
      }
    }
    throw new SourceProblem(
        (folder.isEmpty() ? "" : folder + "/")
            + frame.file()
            + " is in none of the source folders ("
            + String.join(", ", roots.stream().map(Path::toString).toList())
            + "). Add the one that holds it in the settings.");
  }

  private static @Nullable Path below(Path root, String folder, String file) {
    try {
      Path base = root.toAbsolutePath().normalize();
      Path found = base.resolve(folder).resolve(file).normalize();
      return found.startsWith(base) ? found : null;
    } catch (InvalidPathException e) {
      return null; // a class name that no file system takes names no file
    }
  }
}
