package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Frame;
import java.io.IOException;

/**
 * Which fields a frame has and under which keys they travel. A codec may keep buffers: it belongs
 * to one reader or writer.
 */
interface FrameCodec<F extends Frame> {

  /** Stands in front of the fields and says what kind of frame it is; never changes. */
  String tag();

  Class<F> frameClass();

  /** Writes the fields; fields that are zero or empty are left out. */
  void write(F frame, FieldWriter out) throws IOException;

  /** Reads the fields in any order, skips those it does not know; absent ones are zero or empty. */
  F read(FieldReader in) throws IOException;
}
