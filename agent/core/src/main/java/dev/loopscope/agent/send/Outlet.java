package dev.loopscope.agent.send;

import dev.loopscope.protocol.Command;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A sink from whose other end commands may come. For one thread. */
public interface Outlet extends FrameSink {

  /**
   * The next command, null when none is there; never waits. An {@link IOException} means that the
   * other end is gone.
   */
  @Nullable Command poll() throws IOException;
}
