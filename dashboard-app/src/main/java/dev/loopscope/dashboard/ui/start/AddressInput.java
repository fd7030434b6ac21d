package dev.loopscope.dashboard.ui.start;

import java.io.Serial;

/** Reads what a user typed as the address and token of an agent. */
final class AddressInput {

  private static final int MAX_PORT = 65_535;

  private AddressInput() {}

  /** The input cannot be used; the message says why, for the user. */
  static final class Rejected extends Exception {
    @Serial private static final long serialVersionUID = 1;

    Rejected(String message) {
      super(message);
    }
  }

  /** The address, of the form {@code host:port} or {@code [ipv6]:port}, with the token. */
  static SessionSource.Address parse(String address, String token) throws Rejected {
    String text = address.strip();
    int colon = text.lastIndexOf(':');
    if (colon <= 0 || colon == text.length() - 1) {
      throw new Rejected("The address needs a host and a port, for example localhost:7007.");
    }
    String host = text.substring(0, colon);
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    int port = port(text.substring(colon + 1));
    if (token.isBlank()) {
      throw new Rejected("The token is missing: it is the one the agent was started with.");
    }
    return new SessionSource.Address(host, port, token.strip());
  }

  private static int port(String text) throws Rejected {
    int port;
    try {
      port = Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new Rejected("\"" + text + "\" is not a port number.");
    }
    if (port < 1 || port > MAX_PORT) {
      throw new Rejected("A port is a number from 1 to 65535, not " + port + ".");
    }
    return port;
  }
}
