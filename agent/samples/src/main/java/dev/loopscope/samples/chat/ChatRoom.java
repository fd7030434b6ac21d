package dev.loopscope.samples.chat;

import io.netty.channel.Channel;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.atomic.LongAdder;

/**
 * Everybody who is in the chat. Any loop may call it; what is said reaches a member on the member's
 * own loop.
 */
final class ChatRoom {
  private final ChannelGroup members;
  private final LongAdder said = new LongAdder();

  ChatRoom(EventExecutor notifications) {
    members = new DefaultChannelGroup("chat", notifications);
  }

  /** Lets a connection in; it leaves by closing. */
  void join(Channel member) {
    members.add(member);
  }

  /** Tells everybody, except those who do not keep up with reading. */
  void tellAll(String text) {
    said.increment();
    members.writeAndFlush(new TextWebSocketFrame(text), Channel::isWritable);
  }

  int size() {
    return members.size();
  }

  /** How many lines everybody was told so far. */
  long linesSaid() {
    return said.sum();
  }
}
