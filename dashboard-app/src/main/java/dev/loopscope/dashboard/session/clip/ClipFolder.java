package dev.loopscope.dashboard.session.clip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A folder with the newest clips of all sessions, bounded by their number and by their size. It
 * removes only files that it named.
 */
public final class ClipFolder {

  public static final int DEFAULT_MAX_FILES = 100;
  public static final long DEFAULT_MAX_BYTES = 512L << 20;

  private static final String PREFIX = "alert-";
  private static final String SUFFIX = ".loopscope";
  private static final int MAX_NAME = 80;

  private final Path folder;
  private final int maxFiles;
  private final long maxBytes;

  /** A folder of the default size; it need not exist yet. */
  public ClipFolder(Path folder) {
    this(folder, DEFAULT_MAX_FILES, DEFAULT_MAX_BYTES);
  }

  /**
   * @param maxFiles most clips that are kept
   * @param maxBytes most bytes that they take together; the newest clip is always kept
   */
  public ClipFolder(Path folder, int maxFiles, long maxBytes) {
    this.folder = folder;
    this.maxFiles = maxFiles;
    this.maxBytes = maxBytes;
  }

  public Path path() {
    return folder;
  }

  /**
   * A name that no file has, in the folder, which is made when it is not there.
   *
   * @param about words for the name; what does not belong into one is left out
   */
  synchronized Path next(String about) throws IOException {
    Files.createDirectories(folder);
    String words = about.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String base = PREFIX + words.substring(0, Math.min(MAX_NAME, words.length()));
    Path free = folder.resolve(base + SUFFIX);
    for (int i = 2; Files.exists(free); i++) {
      free = folder.resolve(base + "-" + i + SUFFIX);
    }
    return free;
  }

  /** Removes the oldest clips until the rest is within the bounds. */
  synchronized void trim() throws IOException {
    List<Kept> clips = clips();
    long bytes = clips.stream().mapToLong(Kept::bytes).sum();
    int left = clips.size();
    for (Kept oldest : clips) {
      if (left <= 1 || (left <= maxFiles && bytes <= maxBytes)) {
        return;
      }
      Files.deleteIfExists(oldest.file());
      bytes -= oldest.bytes();
      left--;
    }
  }

  private record Kept(Path file, FileTime written, long bytes) {}

  private List<Kept> clips() throws IOException {
    List<Kept> clips = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
          add(clips, file);
        }
      }
    }
    clips.sort(Comparator.comparing(Kept::written).thenComparing(Kept::file));
    return clips;
  }

  private static void add(List<Kept> clips, Path file) throws IOException {
    try {
      clips.add(new Kept(file, Files.getLastModifiedTime(file), Files.size(file)));
    } catch (NoSuchFileException e) {
      // Another dashboard has removed it: then it takes no room.
      return;
    }
  }
}
