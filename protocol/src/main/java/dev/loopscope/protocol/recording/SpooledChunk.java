package dev.loopscope.protocol.recording;

import java.io.IOException;

/** A chunk in the spool; the offset of {@code info} is the one within {@code segment}. */
record SpooledChunk(Segment segment, ChunkInfo info) {

  byte[] read() throws IOException {
    return segment.read(info.offset(), (int) info.bytes());
  }
}
