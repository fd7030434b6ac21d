package dev.loopscope.agent.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * Reads a framework's version from the jar its classes came from: from a properties file in {@code
 * META-INF}, whose name begins with the prefix in a shaded copy, under a key that ends in {@code
 * .version}. Where there is none, as in a jar within a jar, the jar's name tells it. This asks no
 * class loader of the application anything.
 */
final class VersionFile {
  private static final Pattern JAR_NAME = Pattern.compile("([^/!]+)\\.jar");
  private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+.*)");
  private static final String FINAL = ".Final";
  private static final int MOST_BYTES = 1 << 16;

  private VersionFile() {}

  /**
   * The version of what came from a location, empty when it does not tell.
   *
   * @param prefix of a shaded copy, with dots, else empty
   * @param file name of the properties file of an unshaded copy, empty for none
   */
  static String version(String location, String prefix, String file) {
    String told = file.isEmpty() ? "" : told(location, prefix, file);
    if (!told.isEmpty()) {
      return shortened(told);
    }
    String jar = jarName(location);
    if (!prefix.isEmpty()) {
      return jar.isEmpty() ? "" : "in " + jar; // its version is not the shaded framework's
    }
    Matcher version = VERSION.matcher(jar);
    return version.find() ? shortened(version.group(1)) : "";
  }

  /** As users call it: {@code 4.1.135}. */
  private static String shortened(String version) {
    return version.endsWith(FINAL)
        ? version.substring(0, version.length() - FINAL.length())
        : version;
  }

  /** The name of the last jar in a location. */
  private static String jarName(String location) {
    Matcher matcher = JAR_NAME.matcher(location);
    String found = "";
    while (matcher.find()) {
      found = matcher.group(1);
    }
    return found;
  }

  private static String told(String location, String prefix, String file) {
    String name = "META-INF/" + (prefix.isEmpty() ? "" : prefix + '.') + file;
    try {
      URI uri = URI.create(location);
      if (!"file".equals(uri.getScheme())) {
        return "";
      }
      Path path = Path.of(uri);
      return Files.isDirectory(path) ? inDirectory(path.resolve(name)) : inJar(path, name);
    } catch (IOException | IllegalArgumentException e) {
      return ""; // no file that can be read: the jar's name has to do
    }
  }

  private static String inDirectory(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  private static String inJar(Path path, String name) throws IOException {
    try (JarFile jar = new JarFile(path.toFile(), false)) {
      ZipEntry entry = jar.getEntry(name);
      if (entry == null) {
        return "";
      }
      try (InputStream in = jar.getInputStream(entry)) {
        return read(in);
      }
    }
  }

  private static String read(InputStream in) throws IOException {
    Properties properties = new Properties();
    byte[] bytes = in.readNBytes(MOST_BYTES);
    properties.load(new StringReader(new String(bytes, StandardCharsets.ISO_8859_1)));
    return properties.stringPropertyNames().stream()
        .filter(key -> key.endsWith(".version"))
        .sorted()
        .findFirst()
        .map(properties::getProperty)
        .orElse("");
  }
}
