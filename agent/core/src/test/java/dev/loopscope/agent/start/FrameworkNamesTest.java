package dev.loopscope.agent.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.instrument.Copies;
import dev.loopscope.agent.plugin.netty.NettyPlugin;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameworkNamesTest {
  private static final String JAR = "file:/lib/netty-common-4.1.135.Final.jar";

  private final Copies copies = new Copies();
  private final FrameworkNames names = new FrameworkNames(List.of(new NettyPlugin()), copies.met());

  @Test
  void copyIsNamedWithVersionAndPrefix() {
    int plain = copies.add("netty", "", JAR);
    int shaded = copies.add("netty", "io/grpc/netty/shaded/", "file:/lib/shaded-1.85.1.jar");

    assertThat(names.of("netty", plain)).isEqualTo("Netty 4.1.135");
    assertThat(names.of("netty", shaded))
        .isEqualTo("Netty in shaded-1.85.1 (io.grpc.netty.shaded)");
  }

  @Test
  void copiesAlikeAreNumberedAndAnUncertainOneSaysSo() {
    copies.add("netty", "", JAR);
    int second = copies.add("netty", "", JAR);

    assertThat(names.of("netty", second)).isEqualTo("Netty 4.1.135 #2");
    assertThat(names.of("netty", 0)).isEqualTo("Netty 4.1.135 or Netty 4.1.135 #2");
  }

  @Test
  void loopIsNotNamedByACopyOfTheLayerBelow() {
    int netty = copies.add("netty", "", JAR);

    assertThat(names.of("scheduled", netty)).startsWith("JDK ");
  }

  @Test
  void frameworkThatIsNotLoadedHasNoVersion() {
    assertThat(names.of("netty", 0)).isEqualTo("Netty");
  }
}
