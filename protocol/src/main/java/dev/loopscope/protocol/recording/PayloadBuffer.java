package dev.loopscope.protocol.recording;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Gathers frames and hands them on without a further copy in between. */
final class PayloadBuffer extends ByteArrayOutputStream {

  synchronized void copyTo(ByteBuffer target) {
    target.put(buf, 0, count);
  }
}
