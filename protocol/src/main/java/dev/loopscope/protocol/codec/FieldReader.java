package dev.loopscope.protocol.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.loopscope.protocol.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields as key and value. After {@link #nextKey()} exactly one of the reading methods, or
 * {@link #skip()}, takes the value.
 */
final class FieldReader {

  /** Reads the fields of one item up to its end. */
  @FunctionalInterface
  interface Item<T> {
    T read(FieldReader in) throws IOException;
  }

  private final JsonParser parser;

  FieldReader(JsonParser parser) {
    this.parser = parser;
  }

  /** The key of the next field, or null at the end of the object. */
  @Nullable String nextKey() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.END_OBJECT) {
      return null;
    }
    if (token != JsonToken.FIELD_NAME) {
      throw damaged("a field name", token);
    }
    String key = parser.currentName();
    parser.nextToken();
    return key;
  }

  void skip() throws IOException {
    parser.skipChildren();
  }

  long number() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    return parser.getLongValue();
  }

  int integer() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    return parser.getIntValue();
  }

  /** A number that stands for a name or counts something: not negative. */
  int index() throws IOException {
    int value = integer();
    if (value < 0) {
      throw new ProtocolException(
          "The data are damaged: '%s' is %d, which cannot be negative."
              .formatted(parser.currentName(), value));
    }
    return value;
  }

  <E extends Enum<E>> E constant(E[] constants) throws IOException {
    return constant(integer(), constants);
  }

  static <E extends Enum<E>> E constant(int ordinal, E[] constants) throws ProtocolException {
    if (ordinal < 0 || ordinal >= constants.length) {
      throw new ProtocolException(
          "The data are damaged: there is no %s number %d."
              .formatted(constants[0].getDeclaringClass().getSimpleName(), ordinal));
    }
    return constants[ordinal];
  }

  String text() throws IOException {
    expect(JsonToken.VALUE_STRING, "a text");
    String text = parser.getText();
    if (text.length() > Limits.MAX_STRING_CHARS) {
      throw new ProtocolException(
          "The data are refused: a text has %d characters, the protocol allows %d."
              .formatted(text.length(), Limits.MAX_STRING_CHARS));
    }
    return WellFormed.text(text);
  }

  /** Puts a byte string into {@code target}, replacing what is there. */
  void bytes(Bytes target) throws IOException {
    expect(JsonToken.VALUE_EMBEDDED_OBJECT, "a byte string");
    target.clear();
    parser.readBinaryValue(target);
  }

  <T> T object(Item<T> fields) throws IOException {
    expect(JsonToken.START_OBJECT, "an object");
    return fields.read(this);
  }

  <T> List<T> list(int cap, Item<T> fields) throws IOException {
    return items(cap, in -> in.object(fields));
  }

  List<String> texts(int cap) throws IOException {
    return items(cap, FieldReader::text);
  }

  private <T> List<T> items(int cap, Item<T> item) throws IOException {
    expect(JsonToken.START_ARRAY, "a list");
    List<T> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (items.size() == cap) {
        throw new ProtocolException(
            "The data are refused: a list has more than the %d entries the protocol allows."
                .formatted(cap));
      }
      items.add(item.read(this));
    }
    return items;
  }

  private void expect(JsonToken expected, String inWords) throws IOException {
    if (parser.currentToken() != expected) {
      throw damaged(inWords, parser.currentToken());
    }
  }

  private ProtocolException damaged(String expected, @Nullable JsonToken found) {
    return new ProtocolException(
        "The data are damaged: %s was expected, %s found."
            .formatted(expected, found == null ? "nothing" : found));
  }
}
