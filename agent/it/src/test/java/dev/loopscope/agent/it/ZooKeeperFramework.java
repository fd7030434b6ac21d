package dev.loopscope.agent.it;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.server.NIOServerCnxnFactory;
import org.apache.zookeeper.server.ServerCnxn;
import org.apache.zookeeper.server.ZooKeeperServer;
import org.apache.zookeeper.server.auth.AuthenticationProvider;

/**
 * A standalone ZooKeeper server with a client, without workers: what comes is handled where the
 * selecting is, and the program checks who may come in.
 */
final class ZooKeeperFramework implements SelectorProgram.Framework {
  private static final String SCHEME = "slow";

  private final NIOServerCnxnFactory connections = new NIOServerCnxnFactory();
  private final ZooKeeper client;

  ZooKeeperFramework() throws Exception {
    System.setProperty("zookeeper.admin.enableServer", "false");
    System.setProperty("zookeeper.nio.numWorkerThreads", "0");
    System.setProperty("zookeeper.authProvider.slow", SlowCheck.class.getName());
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
  public void block(long millis) throws Exception {
    client.addAuthInfo(SCHEME, Long.toString(millis).getBytes(StandardCharsets.UTF_8));
    client.exists("/", false); // comes after it
  }

  @Override
  public void end() throws Exception {
    client.close();
    connections.shutdown();
  }

  /** Lets everybody in after as many milliseconds as he says. */
  public static final class SlowCheck implements AuthenticationProvider {
    @Override
    public String getScheme() {
      return SCHEME;
    }

    @Override
    public KeeperException.Code handleAuthentication(ServerCnxn connection, byte[] given) {
      SelectorProgram.blockHere(Long.parseLong(new String(given, StandardCharsets.UTF_8)));
      return KeeperException.Code.OK;
    }

    @Override
    public boolean matches(String id, String expression) {
      return id.equals(expression);
    }

    @Override
    public boolean isAuthenticated() {
      return true;
    }

    @Override
    public boolean isValid(String id) {
      return true;
    }
  }
}
