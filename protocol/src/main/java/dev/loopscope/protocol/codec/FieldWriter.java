package dev.loopscope.protocol.codec;

import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import dev.loopscope.protocol.Limits;
import java.io.IOException;
import java.util.List;

/**
 * Writes fields as key and value. A field that is zero or empty is left out: the reader takes an
 * absent field for just that.
 */
final class FieldWriter {

  /** Writes the fields of one item. */
  @FunctionalInterface
  interface Item<T> {
    void write(T item, FieldWriter out) throws IOException;
  }

  private final CBORGenerator generator;

  FieldWriter(CBORGenerator generator) {
    this.generator = generator;
  }

  void number(String key, long value) throws IOException {
    if (value != 0) {
      generator.writeFieldName(key);
      generator.writeNumber(value);
    }
  }

  void constant(String key, Enum<?> value) throws IOException {
    number(key, value.ordinal());
  }

  void text(String key, String value) throws IOException {
    if (!value.isEmpty()) {
      generator.writeFieldName(key);
      generator.writeString(cut(value));
    }
  }

  void bytes(String key, Bytes value) throws IOException {
    if (value.size > 0) {
      generator.writeFieldName(key);
      generator.writeBinary(value.array, 0, value.size);
    }
  }

  <T> void object(String key, T item, Item<T> fields) throws IOException {
    generator.writeFieldName(key);
    writeItem(item, fields);
  }

  <T> void list(String key, List<T> items, int cap, Item<T> fields) throws IOException {
    if (startList(key, items, cap)) {
      for (T item : items) {
        writeItem(item, fields);
      }
      generator.writeEndArray();
    }
  }

  void texts(String key, List<String> items, int cap) throws IOException {
    if (startList(key, items, cap)) {
      for (String item : items) {
        generator.writeString(cut(item));
      }
      generator.writeEndArray();
    }
  }

  private boolean startList(String key, List<?> items, int cap) throws IOException {
    if (items.size() > cap) {
      throw new ProtocolException(
          "A frame was not sent: its list '%s' has %d entries, the protocol allows %d."
              .formatted(key, items.size(), cap));
    }
    if (items.isEmpty()) {
      return false;
    }
    generator.writeFieldName(key);
    generator.writeStartArray(items, items.size());
    return true;
  }

  private <T> void writeItem(T item, Item<T> fields) throws IOException {
    generator.writeStartObject();
    fields.write(item, this);
    generator.writeEndObject();
  }

  /** Texts are for people: a longer one loses its end, never half a character. */
  private static String cut(String text) {
    if (text.length() <= Limits.MAX_STRING_CHARS) {
      return text;
    }
    int end = Limits.MAX_STRING_CHARS - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
