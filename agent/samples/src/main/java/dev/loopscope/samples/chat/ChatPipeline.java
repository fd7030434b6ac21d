package dev.loopscope.samples.chat;

import dev.loopscope.samples.journal.BlockLog;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;

/** Equips every new connection: HTTP first, then WebSocket, then the chat's own handlers. */
final class ChatPipeline extends ChannelInitializer<SocketChannel> {
  private static final int LONGEST_REQUEST = 8_192;

  private final ChatSettings settings;
  private final ChatRoom room;
  private final HistoryArchive archive;
  private final BlockLog blocks;

  ChatPipeline(ChatSettings settings, ChatRoom room, HistoryArchive archive, BlockLog blocks) {
    this.settings = settings;
    this.room = room;
    this.archive = archive;
    this.blocks = blocks;
  }

  @Override
  protected void initChannel(SocketChannel channel) {
    channel
        .pipeline()
        .addLast(new HttpServerCodec())
        .addLast(new HttpObjectAggregator(LONGEST_REQUEST))
        .addLast(new WebSocketServerProtocolHandler(ChatServer.PATH))
        .addLast(new BlockingHistoryHandler(settings.queryTime(), archive, blocks))
        .addLast(new ChatHandler(room, settings.heartbeat()));
  }
}
