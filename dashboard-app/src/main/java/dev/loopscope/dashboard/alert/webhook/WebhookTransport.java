package dev.loopscope.dashboard.alert.webhook;

import java.io.IOException;
import java.net.URI;

/** Carries one post; may take long. */
interface WebhookTransport {

  /**
   * Posts {@code json} and waits for the answer.
   *
   * @return the status that was answered
   * @throws IOException when nothing was answered
   */
  int post(URI uri, String json) throws IOException, InterruptedException;
}
