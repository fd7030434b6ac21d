package dev.loopscope.agent.watch;

import dev.loopscope.protocol.Definitions.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Says who owns a frame's class as far as its name alone tells: the JDK by its module, a framework
 * or a widely used library by its package (also when it was shaded into another). Everything else
 * may be the user's own; {@link OwnPackages} knows more.
 */
public final class Origins {

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

  /** Code that many programs use and that runs no loops. */
  private static final String[] LIBRARY_PACKAGES = {
    "org.apache.",
    "org.slf4j.",
    "ch.qos.logback.",
    "com.fasterxml.",
    "tools.jackson.",
    "com.google.common.",
    "com.google.gson.",
    "com.google.protobuf.",
    "com.mysql.",
    "org.mariadb.",
    "org.postgresql.",
    "oracle.jdbc.",
    "com.microsoft.sqlserver.",
    "org.h2.",
    "org.sqlite.",
    "com.zaxxer.hikari.",
    "org.hibernate.",
    "org.jooq.",
    "com.mongodb.",
    "org.bson.",
    "redis.clients.",
    "com.rabbitmq.",
    "okhttp3.",
    "okio.",
    "retrofit2.",
    "org.yaml.snakeyaml.",
    "net.bytebuddy.",
    "org.objectweb.asm.",
    "javassist.",
    "org.aspectj.",
    "com.github.benmanes.caffeine.",
    "org.ehcache.",
    "io.micrometer.",
    "io.opentelemetry.",
    "io.prometheus.",
    "org.bouncycastle.",
    "org.jctools.",
    "org.agrona.",
    "org.openjdk.",
    "org.junit.",
    "org.mockito.",
    "org.assertj.",
    "groovy.",
    "org.codehaus.",
    "clojure.",
    "jakarta.",
    "javax.",
  };

  /** Programs that live in a framework's package and are watched like any application. */
  private static final String[] EXAMPLE_PACKAGES = {
    "io.netty.example.", "io.vertx.example.", "io.vertx.examples.", "reactor.example."
  };

  private static final String[] SHADE_MARKS = {".shaded.", ".shade.", ".repackaged.", ".internal."};

  private Origins() {}

  static boolean isJdk(StackTraceElement frame) {
    return of(frame.getClassName(), frame.getModuleName()) == Origin.JDK;
  }

  /** The owner by name; {@link Origin#APPLICATION} stands for "perhaps the user". */
  public static Origin of(String className, @Nullable String module) {
    if (module != null && (module.startsWith("java.") || module.startsWith("jdk."))) {
      return Origin.JDK;
    }
    if (startsWithAny(className, EXAMPLE_PACKAGES)) {
      return Origin.APPLICATION;
    }
    if (startsWithAny(className, FRAMEWORK_PACKAGES) || isShaded(className, FRAMEWORK_PACKAGES)) {
      return Origin.FRAMEWORK;
    }
    if (startsWithAny(className, JDK_PACKAGES)) {
      return Origin.JDK;
    }
    return startsWithAny(className, LIBRARY_PACKAGES) || isShaded(className, LIBRARY_PACKAGES)
        ? Origin.LIBRARY
        : Origin.APPLICATION;
  }

  private static boolean isShaded(String className, String[] packages) {
    for (String mark : SHADE_MARKS) {
      int at = className.indexOf(mark);
      if (at >= 0 && startsWithAny(className.substring(at + mark.length()), packages)) {
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
