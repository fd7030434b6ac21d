package dev.loopscope.protocol.handshake;

import dev.loopscope.protocol.Version;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.MessageDigest;
import java.time.Duration;

/**
 * Proves to both sides that the other knows the token.
 *
 * <p>Each side sends a greeting with 32 random bytes, then HMAC-SHA256 over its role and both
 * greetings, keyed with the token. The random bytes make every proof good for this one connection
 * only; the role keeps a proof from being sent back to its maker. The token itself never travels.
 * Both sides do the same and nobody waits for the other before sending, so it costs one round trip
 * and a half. It does not encrypt: it is for the loopback interface.
 */
public final class Handshake {

  /** Long enough for a busy machine, short enough for somebody who waits. */
  public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(5);

  private static final int PROOF_BYTES = 32;

  private Handshake() {}

  /**
   * Shakes hands as the agent. Afterwards frames can be written to and commands read from the
   * socket, whose read timeout is as it was.
   *
   * @return the protocol version of the dashboard
   * @throws HandshakeException when the other side is not a dashboard that knows the token, or
   *     takes longer than {@code limit}; close the socket
   * @throws IOException when the connection fails; close the socket
   */
  public static Version asAgent(Socket socket, Token token, Duration limit) throws IOException {
    return shake(socket, token, limit, Role.AGENT);
  }

  /**
   * Shakes hands as the dashboard.
   *
   * @return the protocol version of the agent
   * @see #asAgent
   */
  public static Version asDashboard(Socket socket, Token token, Duration limit) throws IOException {
    return shake(socket, token, limit, Role.DASHBOARD);
  }

  private static Version shake(Socket socket, Token token, Duration limit, Role self)
      throws IOException {
    int timeoutBefore = socket.getSoTimeout();
    TimedInput in = new TimedInput(socket, limit);
    OutputStream out = socket.getOutputStream();

    Greeting mine = Greeting.of(self, Version.CURRENT);
    out.write(mine.bytes());
    out.flush();
    Greeting theirs = Greeting.parse(in.read(Greeting.BYTES, "its greeting"), self.other());

    Greeting agent = self == Role.AGENT ? mine : theirs;
    Greeting dashboard = self == Role.AGENT ? theirs : mine;
    out.write(proof(token, self, agent, dashboard));
    out.flush();
    byte[] proof = in.read(PROOF_BYTES, "its proof that it knows the token");
    if (!MessageDigest.isEqual(proof, proof(token, self.other(), agent, dashboard))) {
      throw new HandshakeException(
          "Wrong token: the other side is %s, but it was given another token than this one."
              .formatted(self.other().inWords));
    }
    socket.setSoTimeout(timeoutBefore);
    return theirs.version();
  }

  private static byte[] proof(Token token, Role role, Greeting agent, Greeting dashboard) {
    return HmacSha256.of(token.bytes(), new byte[] {role.letter}, agent.bytes(), dashboard.bytes());
  }
}
