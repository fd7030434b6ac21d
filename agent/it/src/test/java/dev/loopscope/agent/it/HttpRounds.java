package dev.loopscope.agent.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests over one connection, one after the other, so that each wakes the server's loop up. */
final class HttpRounds implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader answers;

  HttpRounds(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    answers =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  /** Sends one request and reads the whole answer. */
  void get(String path) throws IOException {
    String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
    int length = -1;
    String line = answers.readLine();
    while (line != null && !line.isEmpty()) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
      line = answers.readLine();
    }
    if (line == null || length < 0) {
      throw new IOException("the server hung up, or its answer has no length");
    }
    for (int i = 0; i < length; i++) {
      if (answers.read() < 0) {
        throw new IOException("the answer was cut off");
      }
    }
  }

  int getAll(int rounds) throws IOException {
    for (int i = 0; i < rounds; i++) {
      get("/work");
    }
    return rounds;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
