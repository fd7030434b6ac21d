package dev.loopscope.agent.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One method and the hooks that are called at its enter, before each return and when it throws.
 *
 * @param plugin name of the plugin that declares it
 * @param sees what its hooks learn, in words for the user
 * @param owner internal class name; a class whose name ends so, after a '/', is a shaded copy
 * @param method its name; one that ends in '*' means every method whose name begins so, for the
 *     bodies of lambdas, which compilers number
 * @param descriptor method descriptor, empty for every method of that name
 * @param exact whether shaded copies are left alone
 */
public record Point(
    String plugin,
    String sees,
    String owner,
    String method,
    String descriptor,
    List<HookCall> enters,
    List<HookCall> returns,
    List<HookCall> throwing,
    @Nullable Around around,
    boolean exact) {

  /**
   * Hooks around the calls that a method makes of one other method, which has no parameters and
   * does not throw: so a loop that runs many tasks in one call shows each of them.
   *
   * @param callee the method that is called
   */
  public record Around(String callee, HookCall before, HookCall after) {}

  /** A point without hooks yet; parameters as in {@link Point}. */
  public static Point at(
      String plugin, String sees, String owner, String method, String descriptor) {
    return new Point(
        plugin, sees, owner, method, descriptor, List.of(), List.of(), List.of(), null, false);
  }

  /** All of them in this order; without a stream, because attaching waits for it. */
  @SafeVarargs
  public static List<Point> all(List<Point>... groups) {
    List<Point> all = new ArrayList<>();
    for (List<Point> group : groups) {
      all.addAll(group);
    }
    return List.copyOf(all);
  }

  public Point onEnter(HookCall... calls) {
    List<HookCall> all = List.of(calls);
    return new Point(
        plugin, sees, owner, method, descriptor, all, returns, throwing, around, exact);
  }

  public Point onReturn(HookCall... calls) {
    List<HookCall> all = List.of(calls);
    return new Point(plugin, sees, owner, method, descriptor, enters, all, throwing, around, exact);
  }

  public Point onThrow(HookCall... calls) {
    List<HookCall> all = List.of(calls);
    return new Point(plugin, sees, owner, method, descriptor, enters, returns, all, around, exact);
  }

  /** Hooks around each call of {@code callee}; see {@link Around}. */
  public Point aroundCalls(String callee, HookCall before, HookCall after) {
    Around calls = new Around(callee, before, after);
    return new Point(
        plugin, sees, owner, method, descriptor, enters, returns, throwing, calls, exact);
  }

  /** Only in the class of exactly this name, in no copy of it. */
  public Point exactly() {
    return new Point(
        plugin, sees, owner, method, descriptor, enters, returns, throwing, around, true);
  }

  /** Whether a method of this name is meant. */
  boolean isNamed(String name) {
    int last = method.length() - 1;
    return method.charAt(last) == '*'
        ? name.startsWith(method.substring(0, last))
        : method.equals(name);
  }

  /** What a reader of the coverage report sees: {@code Class.method}. */
  public String label() {
    return owner.substring(owner.lastIndexOf('/') + 1) + '.' + method;
  }

  /** Two declarations of the same hooks at the same method are one point, whoever declares them. */
  boolean sameWeaving(Point other) {
    return owner.equals(other.owner)
        && method.equals(other.method)
        && descriptor.equals(other.descriptor)
        && exact == other.exact
        && enters.equals(other.enters)
        && returns.equals(other.returns)
        && throwing.equals(other.throwing)
        && Objects.equals(around, other.around);
  }
}
