package dev.loopscope.agent.desugar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** Every way in which a lambda or a method reference can stand for a method; says what came out. */
public final class LambdaForms implements Callable<List<String>> {
  private final List<String> said = new ArrayList<>();
  private String word = "word";

  /** Has private and static methods of its own. */
  private interface Greeter {
    String name();

    private String greeting() {
      return "hello " + name();
    }

    default Supplier<String> later() {
      return this::greeting;
    }

    static Greeter of(String name) {
      return () -> name;
    }
  }

  /** Generic, so that its method is a bridge of another type. */
  private interface Parser<T extends Number> {
    T parse(String text) throws Exception;
  }

  private static final class Inner {
    private final String text;

    private Inner(String text) {
      this.text = text;
    }

    private String text() {
      return text;
    }

    private Supplier<String> outer(LambdaForms outer) {
      return () -> outer.word + text;
    }
  }

  private void say(Object what) {
    said.add(String.valueOf(what));
  }

  private static long twice(long value) {
    return 2 * value;
  }

  private Integer length(Object of) {
    return of.toString().length() + word.length();
  }

  @Override
  public List<String> call() throws Exception {
    captured();
    references();
    conversions();
    nested();
    return said;
  }

  private void captured() {
    byte small = 1;
    short less = 2;
    char letter = 'c';
    long large = 1L << 40;
    double half = 0.5;
    float third = 0.25f;
    boolean yes = true;
    int[] array = {4, 5};
    Runnable all =
        () -> say(small + less + letter + large + half + third + (yes ? word : "") + array[1]);
    all.run();
    Runnable nothing = () -> {};
    nothing.run();
    BooleanSupplier capturedBoolean = () -> yes && letter == 'c';
    say(capturedBoolean.getAsBoolean());
  }

  private void references() throws Exception {
    Function<Object, Integer> bound = this::length;
    say(bound.apply("abc"));
    Function<String, Integer> unbound = String::length;
    say(unbound.apply("abcd"));
    BiFunction<String, String, Boolean> unboundWithArgument = String::equals;
    say(unboundWithArgument.apply("a", "a"));
    Function<String, Inner> constructor = Inner::new;
    say(constructor.apply("inner").text());
    IntFunction<String[]> array = String[]::new;
    say(array.apply(3).length);
    Parser<Integer> parser = Integer::valueOf;
    say(parser.parse("17"));
    Comparator<String> comparator =
        Comparator.comparing(Inner::new, Comparator.comparing(Inner::text));
    say(comparator.compare("a", "b"));
    List<Object> list = new ArrayList<>();
    java.util.function.Consumer<Object> dropsResult = list::add;
    dropsResult.accept("x");
    say(list);
    Supplier<Object> ofInterface = List.of("one", "two")::size;
    say(ofInterface.get());
  }

  private void conversions() {
    ToIntFunction<Object> unboxed = this::length;
    say(unboxed.applyAsInt("abc"));
    ToLongFunction<Integer> unboxedAndWidened = Integer::intValue;
    say(unboxedAndWidened.applyAsLong(7));
    IntToLongFunction widened = LambdaForms::twice;
    say(widened.applyAsLong(21));
    Function<Long, Object> boxed = LambdaForms::twice;
    say(boxed.apply(4L));
    Function<Integer, Long> unboxedThenWidened = LambdaForms::twice;
    say(unboxedThenWidened.apply(5));
    DoubleUnaryOperator doubles = Math::sqrt;
    say(doubles.applyAsDouble(2.25));
    java.util.Map<String, Integer> map = java.util.Map.of("k", 9);
    ToIntFunction<String> generic = map::get;
    say(generic.applyAsInt("k"));
    Supplier<Object> boxedResult = word::length;
    say(boxedResult.get());
    LongSupplier widenedResult = word::length;
    say(widenedResult.getAsLong());
    Runnable dropped = () -> twice(3);
    dropped.run();
    Runnable droppedLong = System::nanoTime;
    droppedLong.run();
  }

  private void nested() {
    Function<Integer, Function<Integer, Integer>> adds = a -> b -> a + b + word.length();
    say(adds.apply(1).apply(2));
    say(new Inner("i").outer(this).get());
    say(Greeter.of("you").later().get());
    Greeter local =
        new Greeter() {
          @Override
          public String name() {
            return word;
          }
        };
    say(local.later().get());
  }
}
