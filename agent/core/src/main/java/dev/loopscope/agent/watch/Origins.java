package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Definitions.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Says who owns a frame's class: the JDK by its module, a framework by its package (also when it
 * was shaded into another), the application otherwise.
 */
final class Origins {

  private static final String[] JDK_PACKAGES = {"java.", "jdk.", "sun.", "com.sun."};

  private static final String[] FRAMEWORK_PACKAGES = {
    "io.netty.",
    "io.vertx.",
    "reactor.",
    "io.reactivex.",
    "io.grpc.",
    "io.smallrye.",
    "io.quarkus.",
    "io.micronaut.",
    "io.undertow.",
    "io.helidon.",
    "io.lettuce.core.",
    "io.r2dbc.",
    "org.springframework.",
    "org.eclipse.jetty.",
    "org.apache.tomcat.",
    "org.apache.coyote.",
    "org.apache.catalina.",
    "org.xnio.",
    "org.glassfish.grizzly.",
    "org.redisson.",
    "kotlin.",
    "kotlinx.coroutines.",
    "scala.",
    "akka.",
    "org.apache.pekko.",
    "javafx.",
    "com.sun.javafx.",
    "com.sun.glass.",
    "com.sun.prism.",
    "com.sun.scenario.",
  };

  /** Programs that live in a framework's package and are watched like any application. */
  private static final String[] EXAMPLE_PACKAGES = {
    "io.netty.example.", "io.vertx.example.", "io.vertx.examples.", "reactor.example."
  };

  private static final String[] SHADE_MARKS = {".shaded.", ".shade.", ".repackaged.", ".internal."};

  private Origins() {}

  static Origin of(StackTraceElement frame) {
    return of(frame.getClassName(), frame.getModuleName());
  }

  static Origin of(String className, @Nullable String module) {
    if (module != null && (module.startsWith("java.") || module.startsWith("jdk."))) {
      return Origin.JDK;
    }
    if (startsWithAny(className, EXAMPLE_PACKAGES)) {
      return Origin.APPLICATION;
    }
    if (startsWithAny(className, FRAMEWORK_PACKAGES) || isShadedFramework(className)) {
      return Origin.FRAMEWORK;
    }
    return startsWithAny(className, JDK_PACKAGES) ? Origin.JDK : Origin.APPLICATION;
  }

  private static boolean isShadedFramework(String className) {
    for (String mark : SHADE_MARKS) {
      int at = className.indexOf(mark);
      if (at >= 0 && startsWithAny(className.substring(at + mark.length()), FRAMEWORK_PACKAGES)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
