package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Definitions.Origin;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginsTest {

  @ParameterizedTest
  @CsvSource({
    "java.lang.Thread, java.base, JDK",
    "com.sun.jndi.ldap.Connection, java.naming, JDK",
    "sun.nio.ch.SelectorImpl, , JDK",
    "io.netty.channel.nio.NioEventLoop, , FRAMEWORK",
    "io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoop, , FRAMEWORK",
    "com.acme.shaded.io.netty.channel.ChannelHandler, , FRAMEWORK",
    "com.acme.repackaged.reactor.core.publisher.Mono, , FRAMEWORK",
    "io.vertx.core.impl.ContextImpl, , FRAMEWORK",
    "javafx.scene.Node, javafx.graphics, FRAMEWORK",
    "com.sun.javafx.tk.Toolkit, javafx.graphics, FRAMEWORK",
    "com.fasterxml.jackson.core.JsonParser, , LIBRARY",
    "com.acme.shaded.com.google.gson.Gson, , LIBRARY",
    "io.netty.example.echo.EchoServerHandler, , APPLICATION",
    "com.acme.netty.Handler, , APPLICATION",
    "com.acme.internal.Handler, , APPLICATION",
    "Main, , APPLICATION"
  })
  void everyFrameHasAnOwner(String className, String module, Origin origin) {
    assertThat(Origins.of(className, module)).isEqualTo(origin);
  }
}
