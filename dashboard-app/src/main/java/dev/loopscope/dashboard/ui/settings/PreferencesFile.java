package dev.loopscope.dashboard.ui.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Keeps {@link Preferences} in a JSON file. Reads and writes the disk: not for the FX thread. */
public final class PreferencesFile {

  private static final long MAX_BYTES = 1 << 20;

  private final Path file;
  private final ObjectMapper json = new ObjectMapper();

  public PreferencesFile(Path file) {
    this.file = file;
  }

  /**
   * What was read.
   *
   * @param preferences the file's, or the defaults
   * @param problem a sentence for the user when the file could not be used; otherwise empty
   */
  public record Loaded(Preferences preferences, String problem) {}

  /** Reads the file; a damaged one is put aside under another name and the defaults hold. */
  public Loaded load() {
    try {
      if (Files.size(file) > MAX_BYTES) {
        return putAside("it is larger than any settings file of ours");
      }
      JsonNode root = json.readTree(Files.readAllBytes(file));
      if (root == null || !root.isObject()) {
        return putAside("it does not hold a JSON object");
      }
      return new Loaded(PreferencesJson.read(root), "");
    } catch (NoSuchFileException e) {
      return new Loaded(Preferences.DEFAULT, "");
    } catch (JsonProcessingException e) {
      return putAside("it is not valid JSON");
    } catch (PreferencesJson.Unreadable e) {
      return putAside(e.reason());
    } catch (IOException e) {
      return new Loaded(
          Preferences.DEFAULT,
          "The settings in " + file + " could not be read (" + e + "); the defaults hold.");
    }
  }

  private Loaded putAside(String why) {
    Path backup = file.resolveSibling(file.getFileName() + ".broken");
    String kept;
    try {
      Files.move(file, backup, StandardCopyOption.REPLACE_EXISTING);
      kept = "It was kept as " + backup + ".";
    } catch (IOException e) {
      kept = "It could not be put aside (" + e + ").";
    }
    return new Loaded(
        Preferences.DEFAULT,
        "The settings file "
            + file
            + " could not be used: "
            + why
            + ". "
            + kept
            + " The defaults hold.");
  }

  /** Replaces the file in one step, so that a crash leaves the old one or the new one. */
  public void save(Preferences preferences) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Path next = file.resolveSibling(file.getFileName() + ".new");
    Files.write(
        next,
        json.writerWithDefaultPrettyPrinter()
            .writeValueAsBytes(PreferencesJson.write(preferences)));
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
