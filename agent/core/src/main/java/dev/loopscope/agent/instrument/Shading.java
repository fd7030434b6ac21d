package dev.loopscope.agent.instrument;

/**
 * How a shaded copy of a framework names its classes: the original name behind a prefix.
 *
 * @param prefix for example {@code io/grpc/netty/shaded/}; empty for the framework itself
 * @param root first segments that the framework's own names share, for example {@code io/netty/}
 */
record Shading(String prefix, String root) {
  private static final int ROOT_SEGMENTS = 2;

  static Shading of(String className, String owner) {
    int end = 0;
    for (int i = 0; i < ROOT_SEGMENTS; i++) {
      end = owner.indexOf('/', end) + 1;
    }
    return new Shading(
        className.substring(0, className.length() - owner.length()), owner.substring(0, end));
  }

  /** The name of a class of the framework in this copy; names of others stay. */
  String name(String original) {
    return original.startsWith(root) ? prefix + original : original;
  }

  String descriptor(String original) {
    return prefix.isEmpty() ? original : original.replace("L" + root, "L" + prefix + root);
  }
}
