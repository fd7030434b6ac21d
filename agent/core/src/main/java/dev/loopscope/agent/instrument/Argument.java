package dev.loopscope.agent.instrument;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What woven code hands to a hook. Class names are internal ones as the framework's authors wrote
 * them; in a shaded copy they get that copy's prefix.
 */
public sealed interface Argument {
  /** What tells two arguments of one kind apart. */
  default List<?> parts() {
    return List.of();
  }

  /**
   * Whether both hand over the same. Not by {@code equals} of the records, which the JVM links when
   * it is first called: of the kinds there are, that takes longer than the rest of the table.
   */
  default boolean isSame(Argument other) {
    return getClass() == other.getClass() && parts().equals(other.parts());
  }

  /** The object whose method is woven. */
  record This() implements Argument {}

  /** A parameter of the woven method, counted from 0. */
  record Parameter(int index) implements Argument {
    @Override
    public List<?> parts() {
      return List.of(index);
    }
  }

  /** What the method returns; only after a return, and only as the first argument. */
  record Returned() implements Argument {}

  /** What the method throws; only after a throw. */
  record Thrown() implements Argument {}

  /** The object whose method is called; only before a call that hooks are around. */
  record Receiver() implements Argument {}

  /** A constant: null, an Integer, a Boolean or a String. */
  record Constant(@Nullable Object value) implements Argument {
    @Override
    public List<?> parts() {
      return Collections.singletonList(value);
    }
  }

  /** The number of the framework's copy whose code calls, an int; 0 for a class of the JDK. */
  record Copy() implements Argument {}

  /** An instance field that the woven class itself declares; without it the point is not woven. */
  record Field(String name, String descriptor) implements Argument {
    @Override
    public List<?> parts() {
      return List.of(name, descriptor);
    }
  }

  /**
   * A call of a method of {@code this}, which must neither block nor change anything. Before a
   * return nothing catches a failure to link, so there only methods that every version has.
   */
  record Invoke(String method, String descriptor) implements Argument {
    @Override
    public List<?> parts() {
      return List.of(method, descriptor);
    }
  }

  /** A call of a static method without parameters of another class of the same framework. */
  record InvokeStatic(String owner, String method, String descriptor) implements Argument {
    @Override
    public List<?> parts() {
      return List.of(owner, method, descriptor);
    }
  }

  /** Whether a parameter is an instance of a final class of the same framework. */
  record IsInstance(int parameter, String type) implements Argument {
    @Override
    public List<?> parts() {
      return List.of(parameter, type);
    }
  }
}
