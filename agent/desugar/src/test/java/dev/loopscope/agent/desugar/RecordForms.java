package dev.loopscope.agent.desugar;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Records with components of every type, compared, hashed and printed; says what came out. */
public final class RecordForms implements Callable<List<String>> {

  private record Nothing() {}

  private record Numbers(
      byte b, short s, int i, long l, float f, double d, char c, boolean z, String text) {

    private Numbers withDouble(double other) {
      return new Numbers(b, s, i, l, f, other, c, z, text);
    }

    private Numbers withFloat(float other) {
      return new Numbers(b, s, i, l, other, d, c, z, text);
    }

    private Numbers withLong(long other) {
      return new Numbers(b, s, i, other, f, d, c, z, text);
    }

    private Numbers withText(String other) {
      return new Numbers(b, s, i, l, f, d, c, z, other);
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // to see that arrays are compared as the JVM does
  private record Pair<T>(T first, int[] rest) {}

  @Override
  public List<String> call() {
    record Local(String text) {}
    record With$Sign(int number) {}

    List<String> said = new ArrayList<>();
    int[] rest = {1};
    Numbers numbers =
        new Numbers((byte) 1, (short) 2, 3, 1L << 40, Float.NaN, -0.0, 'x', true, "text");
    List<Object> all =
        List.of(
            new Nothing(),
            new Local("l"),
            new With$Sign(1),
            numbers,
            numbers.withDouble(0.0),
            numbers.withDouble(-0.0),
            numbers.withDouble(Double.NaN),
            numbers.withFloat(1),
            numbers.withLong(1),
            numbers.withText("other"),
            new Pair<>("a", rest),
            new Pair<>("a", rest),
            new Pair<>("a", new int[] {1}),
            new Pair<>(new Pair<>(numbers, rest), rest));
    for (Object one : all) {
      said.add(one.toString().replaceAll("@[0-9a-f]+", "@"));
      for (Object other : all) {
        said.add(one.equals(other) + " " + (one.hashCode() == other.hashCode()));
      }
      said.add("text " + one.equals("text"));
    }
    said.add("hash " + numbers.hashCode() + " " + new Nothing().hashCode());
    return said;
  }
}
