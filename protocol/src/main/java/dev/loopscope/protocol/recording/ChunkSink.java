package dev.loopscope.protocol.recording;

import java.io.IOException;

/** Takes finished chunks. */
@FunctionalInterface
interface ChunkSink {

  /**
   * Keeps a chunk.
   *
   * @param chunk what is in it; its offset means nothing yet
   * @param bytes header and payload, from index 0; only valid during the call
   */
  void accept(ChunkInfo chunk, byte[] bytes) throws IOException;
}
