package dev.loopscope.dashboard.alert.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where alerts are posted to: any host by TLS, or this machine. What alerts say of a program is
 * nobody else's business on the way.
 *
 * @param uri {@code https://…}, or {@code http://} with a loopback host
 */
public record WebhookAddress(URI uri) {

  private static final int MAX_PORT = 65_535;

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

  /**
   * Takes an address as a user writes it.
   *
   * @throws IllegalArgumentException when it is refused, with a sentence for the user
   */
  public static WebhookAddress of(String text) {
    URI uri;
    try {
      uri = new URI(text.strip());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "The webhook's address is not one (" + e.getReason() + "): write https://HOST/PATH.", e);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    if (host.isEmpty() || !(scheme.equals("https") || scheme.equals("http"))) {
      throw new IllegalArgumentException(
          "The webhook's address must begin with https:// and name a host: write"
              + " https://HOST/PATH, or http://localhost:PORT/PATH for this machine.");
    } else if (uri.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "The webhook's address holds a name or password, which would be stored in plain text:"
              + " leave out what stands before the @.");
    } else if (uri.getPort() == 0 || uri.getPort() > MAX_PORT) {
      throw new IllegalArgumentException(
          "There is no port "
              + uri.getPort()
              + ": write one from 1 to "
              + MAX_PORT
              + " into the webhook's address, or none.");
    } else if (scheme.equals("http") && !LOOPBACK.matcher(host).matches()) {
      throw new IllegalArgumentException(
          "Alerts are not sent to "
              + host
              + " without TLS, because others could read them on the way: use https://, or a"
              + " loopback address.");
    }
    return new WebhookAddress(uri);
  }
}
