package dev.loopscope.agent.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An echo server around a selector, as anybody would write it, with some clients that talk at once.
 * It only comes back from a wait when a client says something, and counts each time.
 */
final class HandWrittenFramework implements SelectorProgram.Framework {
  private static final int CLIENTS = 4;

  private final Selector selector = Selector.open();
  private final ServerSocketChannel server = ServerSocketChannel.open();
  private final List<Socket> clients = new ArrayList<>();
  private final ExecutorService talking = Executors.newFixedThreadPool(CLIENTS);
  private final AtomicInteger selects = new AtomicInteger();
  private final AtomicLong blockMillis = new AtomicLong();

  HandWrittenFramework() throws Exception {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    Thread loop = new Thread(this::serve, "hand-written-loop");
    loop.setDaemon(true);
    loop.start();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new Socket(InetAddress.getLoopbackAddress(), server.socket().getLocalPort()));
    }
    work(1); // accepted before anybody counts
  }

  private void serve() {
    try {
      while (selector.isOpen()) {
        selector.select();
        selects.incrementAndGet();
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isAcceptable()) {
            SocketChannel client = server.accept();
            client.configureBlocking(false).register(selector, SelectionKey.OP_READ);
          } else {
            echo((SocketChannel) key.channel());
          }
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void echo(SocketChannel client) throws IOException {
    long millis = blockMillis.getAndSet(0);
    if (millis > 0) {
      SelectorProgram.blockHere(millis);
    }
    ByteBuffer message = ByteBuffer.allocate(1);
    if (client.read(message) > 0) {
      client.write(message.flip());
    }
  }

  /** All clients talk so often; returns how often the loop came back since this was told last. */
  @Override
  public int work(int rounds) throws Exception {
    List<Future<?>> conversations = new ArrayList<>();
    for (Socket client : clients) {
      conversations.add(talking.submit(() -> talk(client, rounds)));
    }
    for (Future<?> conversation : conversations) {
      conversation.get();
    }
    return selects.getAndSet(0);
  }

  private static String talk(Socket client, int rounds) throws IOException {
    for (int i = 0; i < rounds; i++) {
      client.getOutputStream().write(1);
      if (client.getInputStream().read() != 1) {
        throw new IOException("the server hung up");
      }
    }
    return "talked";
  }

  @Override
  public void block(long millis) throws Exception {
    blockMillis.set(millis);
    talk(clients.get(0), 1);
  }

  @Override
  public void end() throws Exception {
    talking.shutdownNow();
    for (Socket client : clients) {
      client.close();
    }
  }
}
