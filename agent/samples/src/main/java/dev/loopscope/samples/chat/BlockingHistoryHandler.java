package dev.loopscope.samples.chat;

import dev.loopscope.samples.journal.Block;
import dev.loopscope.samples.journal.BlockLog;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;

/**
 * The mistake this server is here to show: it answers {@code /history} and {@code /history archive}
 * on the event loop, with calls that block. Until they return, nobody else on that loop is served.
 */
final class BlockingHistoryHandler extends SimpleChannelInboundHandler<TextWebSocketFrame> {
  private final Duration queryTime;
  private final HistoryArchive archive;
  private final BlockLog blocks;

  BlockingHistoryHandler(Duration queryTime, HistoryArchive archive, BlockLog blocks) {
    this.queryTime = queryTime;
    this.archive = archive;
    this.blocks = blocks;
  }

  @Override
  public boolean acceptInboundMessage(Object message) {
    return message instanceof TextWebSocketFrame frame && frame.text().startsWith("/history");
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, TextWebSocketFrame frame)
      throws InterruptedException {
    String answer = frame.text().equals("/history archive") ? readArchive() : slowQuery();
    context.writeAndFlush(new TextWebSocketFrame("history: " + answer));
  }

  /** Stands for a database that takes its time. */
  private String slowQuery() throws InterruptedException {
    Block block = blocks.next();
    Thread.sleep(block.startsHere(queryTime).toMillis());
    block.ends();
    return "from the database";
  }

  /** Waits for a lock that another thread holds for long. */
  private String readArchive() throws InterruptedException {
    archive.startCompaction();
    Block block = blocks.next();
    block.startsHere(archive.lock()).lock();
    try {
      block.ends();
      return archive.newestEntry();
    } finally {
      archive.lock().unlock();
    }
  }
}
