package dev.loopscope.agent.it;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.zookeeper.server.ZooKeeperServer;

/** A standalone ZooKeeper server with a client. */
final class ZooKeeperFramework implements SelectorProgram.Framework {
  private final NIOServerCnxnFactory connections = new NIOServerCnxnFactory();
  private final ZooKeeper client;

  ZooKeeperFramework() throws Exception {
    System.setProperty("zookeeper.admin.enableServer", "false");
    Path data = Files.createTempDirectory("loopscope-zookeeper");
    data.toFile().deleteOnExit();
    ZooKeeperServer server = new ZooKeeperServer(data.toFile(), data.toFile(), 2000);
    connections.configure(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    connections.startup(server);
    CountDownLatch connected = new CountDownLatch(1);
    client =
        new ZooKeeper(
            "127.0.0.1:" + connections.getLocalPort(),
            10_000,
            event -> {
              if (event.getState() == KeeperState.SyncConnected) {
                connected.countDown();
              }
            });
    connected.await();
  }

  @Override
  public int work(int rounds) throws Exception {
    for (int i = 0; i < rounds; i++) {
      client.exists("/", false);
    }
    return rounds;
  }

  @Override
  public void block(long millis) {
    throw new UnsupportedOperationException("no code of the program runs on ZooKeeper's loops");
  }

  @Override
  public void end() throws Exception {
    client.close();
    connections.shutdown();
  }
}
