package dev.loopscope.protocol.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.loopscope.protocol.Frame;
import dev.loopscope.protocol.Limits;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bytes of one frame, without the length in front, to the frame. */
final class FrameDecoder {

  private static final int MAX_DEPTH = 32;
  private static final int MAX_NUMBER_CHARS = 64;

  /**
   * Thread-safe and costly to make; holds nothing but its settings and a bounded table of names.
   */
  private static final CBORFactory FACTORY =
      CBORFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(MAX_NUMBER_CHARS)
                  .maxStringLength(Limits.MAX_STRING_CHARS)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final FrameCodecs codecs = new FrameCodecs();

  /**
   * Decodes a frame.
   *
   * @return the frame, null when its type is unknown to this build
   * @throws ProtocolException whatever is wrong with the bytes
   */
  @Nullable Frame decode(byte[] bytes, int offset, int length) throws ProtocolException {
    try (JsonParser parser = FACTORY.createParser(bytes, offset, length)) {
      return decode(parser);
    } catch (ProtocolException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The parser reports damage by several kinds of exception, unchecked ones among them.
      throw new ProtocolException("The data are damaged: a frame is not well-formed CBOR.", e);
    }
  }

  private @Nullable Frame decode(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_ARRAY
        || parser.nextToken() != JsonToken.VALUE_STRING) {
      throw new ProtocolException("The data are damaged: a frame does not say of what type it is.");
    }
    FrameCodec<?> codec = codecs.forTag(parser.getText());
    if (codec == null) {
      return null;
    }
    parser.nextToken();
    Frame frame = readWith(codec, new FieldReader(parser));
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (parser.currentToken() == null) {
        throw new ProtocolException("The data are damaged: a frame ends too early.");
      }
      parser.skipChildren();
    }
    if (parser.nextToken() != null) {
      throw new ProtocolException("The data are damaged: a frame is followed by something else.");
    }
    return frame;
  }

  private static <F extends Frame> Frame readWith(FrameCodec<F> codec, FieldReader in)
      throws IOException {
    return in.object(codec::read);
  }
}
