package dev.loopscope.agent.it;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** An embedded Tomcat without a pool: its servlets run on the poller that selects. */
final class TomcatFramework implements SelectorProgram.Framework {
  private final Tomcat server = new Tomcat();
  private final HttpRounds client;

  TomcatFramework() throws Exception {
    Path base = Files.createTempDirectory("loopscope-tomcat");
    base.toFile().deleteOnExit();
    server.setBaseDir(base.toString());
    server.setPort(0);
    server.setHostname("127.0.0.1");
    Context context = server.addContext("", null);
    Tomcat.addServlet(context, "answer", new Answer());
    context.addServletMappingDecoded("/", "answer");
    server.getConnector().setProperty("maxKeepAliveRequests", "-1");
    server.getConnector().getProtocolHandler().setExecutor(Runnable::run);
    server.start();
    client = new HttpRounds(server.getConnector().getLocalPort());
    client.get("/work");
  }

  private static final class Answer extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      String path = request.getRequestURI();
      if (path.startsWith("/block/")) {
        SelectorProgram.blockHere(Integer.parseInt(path.substring(7)));
      }
      response.setContentLength(2);
      response.getOutputStream().print("ok");
    }
  }

  /** Tomcat reads on after an answer, so not every request must wake the poller. */
  @Override
  public int work(int rounds) throws Exception {
    client.getAll(rounds);
    return 1;
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
