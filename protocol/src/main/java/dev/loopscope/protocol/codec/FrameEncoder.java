package dev.loopscope.protocol.codec;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Limits;
import java.io.IOException;

/** One frame to bytes: four bytes of length, then the CBOR array [tag, {fields}]. */
final class FrameEncoder {

  private static final int PREFIX_BYTES = 4;

  private final CBORFactory factory = new CBORFactory();
  private final FrameCodecs codecs = new FrameCodecs();
  private final Bytes target;
  private CBORGenerator generator;
  private FieldWriter fields;

  /** Appends to {@code target}. */
  FrameEncoder(Bytes target) throws IOException {
    this.target = target;
    generator = newGenerator();
    fields = new FieldWriter(generator);
  }

  private CBORGenerator newGenerator() throws IOException {
    CBORGenerator fresh = factory.createGenerator(target);
    fresh.enable(CBORGenerator.Feature.LENIENT_UTF_ENCODING);
    fresh.disable(StreamWriteFeature.AUTO_CLOSE_CONTENT.mappedFeature());
    return fresh;
  }

  /**
   * Appends the frame. When it cannot be written, nothing is appended.
   *
   * @return whether it fits; if not, nothing is appended
   * @throws ProtocolException when it breaks a limit other than that of its size
   */
  boolean encode(Frame frame) throws IOException {
    int before = target.size;
    boolean done = false;
    try {
      target.write(new byte[PREFIX_BYTES], 0, PREFIX_BYTES);
      generator.writeStartArray(frame, 2);
      generator.writeString(codecs.tagOf(frame));
      generator.writeStartObject();
      codecs.write(frame, fields);
      generator.writeEndObject();
      generator.writeEndArray();
      generator.flush();
      int length = target.size - before - PREFIX_BYTES;
      done = length <= Limits.MAX_FRAME_BYTES;
      if (done) {
        target.putInt(before, length);
      } else {
        target.size = before;
      }
      return done;
    } finally {
      if (!done) {
        generator = newGenerator();
        fields = new FieldWriter(generator);
        target.size = before;
      }
    }
  }
}
