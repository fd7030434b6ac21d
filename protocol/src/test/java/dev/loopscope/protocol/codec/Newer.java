package dev.loopscope.protocol.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** What a later minor version might send. */
final class Newer {

  private static final CBORFactory CBOR = new CBORFactory();

  /** Writes the content of a frame. */
  @FunctionalInterface
  interface Content {
    void write(JsonGenerator out) throws IOException;
  }

  private Newer() {}

  static byte[] frame(Content content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator generator = CBOR.createGenerator(out)) {
      content.write(generator);
    }
    return ByteBuffer.allocate(4 + out.size()).putInt(out.size()).put(out.toByteArray()).array();
  }

  /** A frame [tag, {fields}]. */
  static byte[] frame(String tag, Content fields) throws IOException {
    return frame(
        out -> {
          out.writeStartArray();
          out.writeString(tag);
          out.writeStartObject();
          fields.write(out);
          out.writeEndObject();
          out.writeEndArray();
        });
  }

  /** The same frame with a field nobody knows at the start of every object, at any depth. */
  static byte[] withUnknownFields(byte[] frame) throws IOException {
    return frame(
        out -> {
          try (JsonParser in = CBOR.createParser(frame, 4, frame.length - 4)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
              out.copyCurrentEvent(in);
              if (token == JsonToken.START_OBJECT) {
                writeUnknownField(out);
              }
            }
          }
        });
  }

  private static void writeUnknownField(JsonGenerator out) throws IOException {
    out.writeFieldName("futureField");
    out.writeStartObject();
    out.writeStringField("text", "x".repeat(10_000));
    out.writeBinaryField("bytes", new byte[300]);
    out.writeArrayFieldStart("list");
    out.writeNumber(1.5);
    out.writeNull();
    out.writeBoolean(true);
    out.writeEndArray();
    out.writeEndObject();
  }
}
