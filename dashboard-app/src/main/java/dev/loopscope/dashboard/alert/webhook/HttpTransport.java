package dev.loopscope.dashboard.alert.webhook;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Posts by the JDK's HTTP client. Redirects are not followed: they could lead away from TLS. What
 * is answered besides the status is thrown away. For one thread.
 */
final class HttpTransport implements WebhookTransport {

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private @Nullable HttpClient client;

  @Override
  public int post(URI uri, String json) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(ANSWER)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    return client().send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /** Made when it is needed, because it has threads of its own. */
  private HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .connectTimeout(CONNECT)
              .followRedirects(HttpClient.Redirect.NEVER)
              .build();
      client = made;
    }
    return made;
  }
}
