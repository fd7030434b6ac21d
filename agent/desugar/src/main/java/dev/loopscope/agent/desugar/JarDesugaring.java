package dev.loopscope.agent.desugar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a jar anew without {@code invokedynamic}, its entries not compressed: inside the watched
 * process unpacking them would take longer than reading them.
 */
public final class JarDesugaring {
  private static final String CLASS = ".class";

  /** One that a zip file can tell: the same bytes whenever and wherever the jar is made. */
  private static final LocalDateTime ONE_TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final Map<String, byte[]> classes = new LinkedHashMap<>();

  private JarDesugaring() {}

  /**
   * Arguments: the jar to read, the jar to write.
   *
   * @throws DesugaringException when a class uses {@code invokedynamic} in a way that is not known
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("Two arguments: the jar to read, the jar to write.");
    }
    JarDesugaring jar = new JarDesugaring();
    jar.read(Path.of(arguments[0]));
    jar.entries.putAll(ClassDesugaring.ofAll(jar.classes));
    jar.write(Path.of(arguments[1]));
  }

  private void read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        String name = entry.getName();
        if (entry.isDirectory()) {
          continue; // nobody asks for a folder
        }
        try (InputStream in = zip.getInputStream(entry)) {
          byte[] bytes = in.readAllBytes();
          entries.put(name, bytes);
          if (name.endsWith(CLASS)) {
            classes.put(name, bytes);
          }
        }
      }
    }
  }

  private void write(Path file) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      out.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(stored(entry.getKey(), entry.getValue()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
  }

  private static ZipEntry stored(String name, byte[] bytes) {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(ONE_TIME);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(sum.getValue());
    return entry;
  }
}
