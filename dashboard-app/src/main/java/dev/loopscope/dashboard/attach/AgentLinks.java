package dev.loopscope.dashboard.attach;

import dev.loopscope.dashboard.session.Extras;
import dev.loopscope.protocol.handshake.Handshake;
import dev.loopscope.protocol.handshake.HandshakeException;
import dev.loopscope.protocol.handshake.Token;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections to agents. To reach one in a running process, this side listens on a loopback
 * port with a random token, has the agent loaded with both, and takes the connection that proves
 * the token; the target itself listens on nothing.
 */
public final class AgentLinks {

  private static final Duration HANDSHAKE = Handshake.DEFAULT_LIMIT;
  private static final Duration HELLO = Duration.ofSeconds(20);
  private static final Duration CALL_BACK = Duration.ofSeconds(10);
  private static final int POLL_MILLIS = 100;

  private final AgentLoader loader;

  public AgentLinks(AgentLoader loader) {
    this.loader = loader;
  }

  /**
   * Loads the agent into process {@code pid} and returns the connection once it has said hello.
   * Blocks for about a second; interrupting gives up.
   *
   * @throws IOException with a sentence for the user
   */
  public AgentLink attach(long pid) throws IOException, InterruptedException {
    return attach(pid, Extras.NONE);
  }

  /**
   * As {@link #attach(long)}, and has the agent watch more than it does by itself.
   *
   * @param extras what to watch besides; the agent refuses details that it does not know
   */
  public AgentLink attach(long pid, Extras extras) throws IOException, InterruptedException {
    Path pointsFile = extras.pointsFile();
    String points = pointsFile == null ? "" : PointsOption.of(pointsFile);
    String details = DetailOption.of(extras.details());
    String limits = LimitOption.of(extras.limits());
    Token token = Token.random();
    try (ServerSocket server = new ServerSocket()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      server.setSoTimeout(POLL_MILLIS);
      String options =
          "connect="
              + server.getInetAddress().getHostAddress()
              + ":"
              + server.getLocalPort()
              + ",token="
              + token.reveal()
              + details
              + limits
              + points;
      FutureTask<Boolean> loading = load(pid, options);
      return await(server, token, loading, pid);
    }
  }

  /**
   * Connects to an agent that was started with {@code listen=PORT,token=…}.
   *
   * @throws IOException with a sentence for the user
   */
  public AgentLink connect(String host, int port, Token token) throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), (int) HANDSHAKE.toMillis());
    } catch (IOException e) {
      socket.close();
      throw new AttachFailedException(
          "No agent answers at "
              + host
              + ":"
              + port
              + " ("
              + e.getMessage()
              + "). Start the target with -javaagent:loopscope-agent.jar=listen="
              + port
              + ",token=… and check the address.",
          e);
    }
    return greet(socket, token);
  }

  private FutureTask<Boolean> load(long pid, String options) {
    FutureTask<Boolean> loading =
        new FutureTask<>(
            () -> {
              loader.load(pid, options);
              return true;
            });
    Thread thread = new Thread(loading, "loopscope-load-" + pid);
    thread.setDaemon(true);
    thread.start();
    return loading;
  }

  private AgentLink await(ServerSocket server, Token token, FutureTask<Boolean> loading, long pid)
      throws IOException, InterruptedException {
    long deadline = Long.MAX_VALUE;
    while (true) {
      if (Thread.interrupted()) {
        loading.cancel(true);
        throw new InterruptedException("attaching was cancelled");
      }
      AgentLink link = accept(server, token);
      if (link != null) {
        return link;
      }
      if (loading.isDone()) {
        throwIfFailed(loading);
        long now = System.nanoTime();
        deadline = deadline == Long.MAX_VALUE ? now + CALL_BACK.toNanos() : deadline;
        if (now - deadline > 0) {
          throw new AttachFailedException(
              "The agent was loaded into process "
                  + pid
                  + " but did not call back within "
                  + CALL_BACK.toSeconds()
                  + " s. Is another Loopscope watching it? Its standard"
                  + " error may say more.");
        }
      }
    }
  }

  private static @Nullable AgentLink accept(ServerSocket server, Token token) throws IOException {
    Socket socket;
    try {
      socket = server.accept();
    } catch (SocketTimeoutException e) {
      return null;
    }
    try {
      return greet(socket, token);
    } catch (HandshakeException e) {
      // Somebody else found the port; the agent may still come.
      return null;
    }
  }

  private static AgentLink greet(Socket socket, Token token) throws IOException {
    try {
      socket.setTcpNoDelay(true);
      Handshake.asDashboard(socket, token, HANDSHAKE);
      socket.setSoTimeout((int) HELLO.toMillis());
      AgentLink link = new AgentLink(socket);
      socket.setSoTimeout(0);
      return link;
    } catch (SocketTimeoutException e) {
      socket.close();
      throw new AttachFailedException(
          "The agent connected but said nothing for "
              + HELLO.toSeconds()
              + " s: the target is too busy, or stopped. Try again.",
          e);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static void throwIfFailed(FutureTask<Boolean> loading)
      throws IOException, InterruptedException {
    try {
      loading.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new AttachFailedException("Attaching failed: " + e.getCause(), e.getCause());
    }
  }
}
