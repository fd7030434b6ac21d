package dev.loopscope.agent.send;

import dev.loopscope.protocol.Frame;
import java.io.IOException;

/**
 * Takes frames out of the process. For one thread.
 *
 * <p>A frame is encoded before {@link #send} returns, so the caller may fill the columns and
 * histograms of a batch again afterwards. An {@link IOException} means the way out is gone for
 * good.
 */
public interface FrameSink {

  /** Encodes {@code frame}; it leaves the process at the latest with the next {@link #flush}. */
  void send(Frame frame) throws IOException;

  /** Lets everything sent so far leave the process. */
  void flush() throws IOException;

  /** Bytes sent since the sink was opened. */
  long bytesSent();

  /** Ends the stream after what was sent. Never throws: there is nobody left to tell. */
  void close();
}
