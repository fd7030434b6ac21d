package dev.loopscope.agent.instrument;

import org.jspecify.annotations.Nullable;

/**
 * What woven code hands to a hook. Class names are internal ones as the framework's authors wrote
 * them; in a shaded copy they get that copy's prefix.
 */
public sealed interface Argument {
  /** The object whose method is woven. */
  record This() implements Argument {}

  /** A parameter of the woven method, counted from 0. */
  record Parameter(int index) implements Argument {}

  /** What the method returns; only after a return, and only as the first argument. */
  record Returned() implements Argument {}

  /** What the method throws; only after a throw. */
  record Thrown() implements Argument {}

  /** The object whose method is called; only before a call that hooks are around. */
  record Receiver() implements Argument {}

  /** A constant: null, an Integer, a Boolean or a String. */
  record Constant(@Nullable Object value) implements Argument {}

  /** The number of the framework's copy whose code calls, an int; 0 for a class of the JDK. */
  record Copy() implements Argument {}

  /** An instance field that the woven class itself declares; without it the point is not woven. */
  record Field(String name, String descriptor) implements Argument {}

  /**
   * A call of a method of {@code this}, which must neither block nor change anything. Before a
   * return nothing catches a failure to link, so there only methods that every version has.
   */
  record Invoke(String method, String descriptor) implements Argument {}

  /** A call of a static method without parameters of another class of the same framework. */
  record InvokeStatic(String owner, String method, String descriptor) implements Argument {}

  /** Whether a parameter is an instance of a final class of the same framework. */
  record IsInstance(int parameter, String type) implements Argument {}
}
