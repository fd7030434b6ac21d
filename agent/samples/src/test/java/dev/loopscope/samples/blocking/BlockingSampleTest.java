package dev.loopscope.samples.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.samples.support.Await;
import dev.loopscope.samples.support.LogLine;
import dev.loopscope.samples.support.SampleProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockingSampleTest {

  @Test
  void oneAddressBlocksAndIsLoggedTheOthersDoNot(@TempDir Path directory) throws Exception {
    Path log = directory.resolve("log");
    try (SampleProcess server =
        SampleProcess.start(directory, "blocking", "--block", "150ms", "--log", log.toString())) {
      String port = server.awaitLine("READY").replaceAll(".*port=", "");
      HttpClient client = HttpClient.newHttpClient();

      assertThat(get(client, port, "/").body()).isEqualTo("hello\n");
      assertThat(get(client, port, "/nothing").statusCode()).isEqualTo(404);
      long before = System.nanoTime();
      assertThat(get(client, port, "/block").statusCode()).isEqualTo(200);
      long roundTrip = System.nanoTime() - before;

      Await.until("the block is logged", () -> !LogLine.read(log, "block").isEmpty());
      List<LogLine> blocks = LogLine.read(log, "block");
      assertThat(blocks).hasSize(1);
      assertThat(blocks.get(0).number("durationNanos")).isBetween(150_000_000L, roundTrip);
      assertThat(blocks.get(0).text("class")).endsWith("BlockingSample$BlockingHandler");
      assertThat(blocks.get(0).text("thread")).startsWith("http-worker-");

      server.terminate();
      assertThat(server.awaitExit()).isEqualTo(143);
      assertThat(server.output()).contains("ended: asked to terminate");
      assertThat(server.errors()).isEmpty();
    }
  }

  private static HttpResponse<String> get(HttpClient client, String port, String path)
      throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }
}
