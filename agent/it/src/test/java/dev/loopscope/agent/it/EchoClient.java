package dev.loopscope.agent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;

/** Talks to an echo server without end, so that there is load. */
final class EchoClient {
  private EchoClient() {}

  /** Talks once, so that the server knows the client, and from then on in its own thread. */
  static void start(Socket socket) throws IOException {
    talk(socket);
    Thread client = new Thread(() -> talkOn(socket), "client-" + socket.getLocalPort());
    client.setDaemon(true);
    client.start();
  }

  private static void talkOn(Socket socket) {
    try {
      while (true) {
        talk(socket);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void talk(Socket socket) throws IOException {
    socket.getOutputStream().write(new byte[64]);
    if (socket.getInputStream().readNBytes(64).length < 64) {
      throw new IOException("the server hung up");
    }
  }
}
