package dev.loopscope.samples.clients;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.List;

/**
 * Asks for the history in one client's name after the other: each asks for the recent history and
 * next time for the archive, then it is the next client's turn. Runs on one loop.
 */
final class HistoryReader implements Runnable {
  private final List<Channel> clients;
  private int asked;

  HistoryReader(List<Channel> clients) {
    this.clients = clients;
  }

  @Override
  public void run() {
    Channel client = clients.get(asked / 2 % clients.size());
    String question = asked % 2 == 0 ? "/history" : "/history archive";
    asked++;
    client.writeAndFlush(new TextWebSocketFrame(question));
  }
}
