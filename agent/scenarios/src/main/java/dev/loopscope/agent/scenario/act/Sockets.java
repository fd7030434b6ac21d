package dev.loopscope.agent.scenario.act;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** The loop does blocking calls on the loopback network. */
public final class Sockets {

  private Sockets() {}

  private static ServerSocket listen(int backlog) throws IOException {
    return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
  }

  /** Reads from a peer that answers late. */
  private abstract static class SilentPeer extends BlockingAct {
    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private ServerSocket server;

    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Partner peer;

    abstract void connect(InetSocketAddress address) throws IOException;

    @Override
    public void prepare(Block block) throws IOException {
      server = listen(1);
      connect((InetSocketAddress) server.getLocalSocketAddress());
      peer = Partner.start("silent-peer", self -> answerLate(block));
    }

    private void answerLate(Block block) throws Exception {
      try (Socket accepted = server.accept()) {
        block.outlast();
        accepted.getOutputStream().write(1);
      }
    }

    @Override
    public void tidy() throws Exception {
      peer.finish();
      server.close();
    }
  }

  /** {@code Socket.getInputStream().read}. */
  public static final class Read extends SilentPeer {
    private final Socket socket = new Socket();

    @Override
    void connect(InetSocketAddress address) throws IOException {
      socket.connect(address);
    }

    @Override
    void block(Block block) throws IOException {
      block.nextLine();
      int unused = socket.getInputStream().read();
    }

    @Override
    public void tidy() throws Exception {
      super.tidy();
      socket.close();
    }
  }

  /** {@code SocketChannel.read} in blocking mode. */
  public static final class ChannelRead extends SilentPeer {
    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private SocketChannel channel;

    @Override
    void connect(InetSocketAddress address) throws IOException {
      channel = SocketChannel.open(address);
    }

    @Override
    void block(Block block) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(16);
      block.nextLine();
      channel.read(buffer);
    }

    @Override
    public void tidy() throws Exception {
      super.tidy();
      channel.close();
    }
  }

  /** {@code ServerSocket.accept} when nobody comes. */
  public static final class Accept extends BlockingAct {
    @Override
    void block(Block block) throws IOException {
      try (ServerSocket server = listen(1)) {
        server.setSoTimeout((int) block.plannedMillis());
        block.nextLine();
        server.accept().close();
      } catch (SocketTimeoutException e) {
        return; // as planned
      }
      throw new IOException("somebody connected");
    }
  }

  /** {@code Socket.connect} to a server whose queue of connections is full. */
  public static final class Connect extends BlockingAct {
    private static final int MORE_THAN_IT_QUEUES = 8;

    private final List<SocketChannel> queued = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private ServerSocket server;

    @Override
    public void prepare(Block block) throws IOException {
      server = listen(1);
      for (int i = 0; i < MORE_THAN_IT_QUEUES; i++) {
        SocketChannel channel = SocketChannel.open();
        channel.configureBlocking(false);
        channel.connect(server.getLocalSocketAddress());
        queued.add(channel);
      }
    }

    @Override
    void block(Block block) throws IOException {
      try (Socket socket = new Socket()) {
        int millis = (int) block.plannedMillis();
        block.nextLine();
        socket.connect(server.getLocalSocketAddress(), millis);
      } catch (SocketTimeoutException e) {
        return; // as planned
      }
      throw new IOException("there was room in the queue of connections");
    }

    @Override
    public void tidy() throws IOException {
      for (SocketChannel channel : queued) {
        channel.close();
      }
      server.close();
    }
  }

  /** {@code DatagramSocket.receive} when nothing comes. */
  public static final class Receive extends BlockingAct {
    @Override
    void block(Block block) throws IOException {
      DatagramPacket packet = new DatagramPacket(new byte[16], 16);
      try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
        socket.setSoTimeout((int) block.plannedMillis());
        block.nextLine();
        socket.receive(packet);
      } catch (SocketTimeoutException e) {
        return; // as planned
      }
      throw new IOException("something came");
    }
  }
}
