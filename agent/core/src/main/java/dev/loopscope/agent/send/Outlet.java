package dev.loopscope.agent.send;

import dev.loopscope.protocol.Command;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A sink from whose other end commands may come. For one thread. */
public interface Outlet extends FrameSink {

  /**
   * Whether frames can be sent now; never waits for long. Asked again and again until it is true,
   * before anything is sent.
   */
  default boolean tryOpen() throws IOException {
    return true;
  }

  /**
   * The next command, null when none is there; never waits. An {@link IOException} means that the
   * other end is gone.
   */
  @Nullable Command poll() throws IOException;
}
