package dev.loopscope.samples.journal;

/** One line of a log that machines read: a flat JSON object. Confined to one thread. */
public final class JsonLine {
  private final StringBuilder text = new StringBuilder(160);

  private JsonLine(String event) {
    text.append('{');
    appendQuoted("event");
    text.append(':');
    appendQuoted(event);
  }

  /** A line whose first field says what happened. */
  public static JsonLine of(String event) {
    return new JsonLine(event);
  }

  public JsonLine with(String name, long value) {
    appendName(name);
    text.append(value);
    return this;
  }

  public JsonLine with(String name, String value) {
    appendName(name);
    appendQuoted(value);
    return this;
  }

  private void appendName(String name) {
    text.append(',');
    appendQuoted(name);
    text.append(':');
  }

  private void appendQuoted(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  @Override
  public String toString() {
    return text + "}";
  }
}
