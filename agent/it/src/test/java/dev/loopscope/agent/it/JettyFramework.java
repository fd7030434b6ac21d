package dev.loopscope.agent.it;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;

/** A Jetty server whose handler promises not to block, so that it runs where the selecting is. */
final class JettyFramework implements SelectorProgram.Framework {
  private final Server server = new Server();
  private final HttpRounds client;

  JettyFramework() throws Exception {
    ServerConnector connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Answer());
    server.start();
    client = new HttpRounds(connector.getLocalPort());
    client.get("/work");
  }

  private static final class Answer extends Handler.Abstract.NonBlocking {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      String path = Request.getPathInContext(request);
      if (path.startsWith("/block/")) {
        SelectorProgram.blockHere(Integer.parseInt(path.substring(7)));
      }
      response.write(true, ByteBuffer.wrap("ok".getBytes(StandardCharsets.UTF_8)), callback);
      return true;
    }
  }

  @Override
  public int work(int rounds) throws Exception {
    return client.getAll(rounds);
  }

  @Override
  public void block(long millis) throws Exception {
    client.get("/block/" + millis);
  }

  @Override
  public void end() throws Exception {
    client.close();
    server.stop();
  }
}
