package dev.loopscope.dashboard.benchmark;

import dev.loopscope.dashboard.attach.BundledJar;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sample that blocks its loop when it is asked to, in a JVM of its own. */
final class BlockingProgram implements AutoCloseable {

  private static final Pattern READY = Pattern.compile("READY pid=(\\d+) port=(\\d+)");
  private static final Pattern BLOCK =
      Pattern.compile("\"event\":\"block\".*\"startNanos\":(-?\\d+)");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final Path log;
  private final URI block;

  private BlockingProgram(Process process, Path log, int port) {
    this.process = process;
    this.log = log;
    block = URI.create("http://127.0.0.1:" + port + "/block");
  }

  static BlockingProgram start(BundledJar samples, Path log) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-jar",
                samples.file().toString(),
                "blocking",
                "--exit-with-stdin",
                "--log",
                log.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        return new BlockingProgram(process, log, Integer.parseInt(ready.group(2)));
      }
    }
    throw new IOException("The sample ended before it was ready; see its error above.");
  }

  long pid() {
    return process.pid();
  }

  /** Makes it block a loop, and returns when the answer has come. */
  void block() throws IOException, InterruptedException {
    client.send(HttpRequest.newBuilder(block).build(), BodyHandlers.ofString());
  }

  /** When each block began, by the sample's own log, in nanoseconds of its clock. */
  long[] blockStarts() throws IOException {
    return Files.readAllLines(log).stream()
        .map(BLOCK::matcher)
        .filter(Matcher::find)
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .toArray();
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    process.onExit().join();
  }
}
