package dev.loopscope.samples.clients;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;

/** A client that says something now and then. Runs on its channel's loop. */
final class Talker implements Runnable {
  private final Channel channel;
  private final String name;
  private int said;

  Talker(Channel channel, String name) {
    this.channel = channel;
    this.name = name;
  }

  @Override
  public void run() {
    said++;
    channel.writeAndFlush(new TextWebSocketFrame(name + ": message " + said));
  }
}
