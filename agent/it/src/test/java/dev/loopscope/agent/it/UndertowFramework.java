package dev.loopscope.agent.it;

import io.undertow.Undertow;
import java.net.InetSocketAddress;

/** An Undertow server whose handler runs on the I/O thread, as handlers do unless dispatched. */
final class UndertowFramework implements SelectorProgram.Framework {
  private final Undertow server;
  private final HttpRounds client;

  UndertowFramework() throws Exception {
    server =
        Undertow.builder()
            .setIoThreads(2)
            .setWorkerThreads(2)
            .addHttpListener(0, "127.0.0.1")
            .setHandler(
                exchange -> {
                  if (exchange.getRequestPath().startsWith("/block/")) {
                    SelectorProgram.blockHere(
                        Integer.parseInt(exchange.getRequestPath().substring(7)));
                  }
                  exchange.getResponseSender().send("ok");
                })
            .build();
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    client = new HttpRounds(address.getPort());
    client.get("/work");
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
