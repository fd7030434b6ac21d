package dev.loopscope.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.agent.probe.LoopscopePoints;
import org.junit.jupiter.api.Test;

class FrameworkCopiesTest {
  private static final String SHADED = "io/grpc/netty/shaded/";

  private final FrameworkCopies copies = new FrameworkCopies(2);
  private final ClassLoader one = new ClassLoader(null) {};
  private final ClassLoader other = new ClassLoader(null) {};

  @Test
  void prefixAndLoaderTellCopiesApart() {
    FrameworkCopy plain = copies.at("netty", "", one);

    assertThat(copies.at("netty", "", one)).isSameAs(plain);
    assertThat(copies.at("netty", SHADED, one).number()).isEqualTo(2);
    assertThat(copies.at("netty", "", other).number()).isEqualTo(3);
    assertThat(copies.at("vertx", "", one).number()).isEqualTo(4);
    assertThat(copies.of("netty")).extracting(FrameworkCopy::number).containsExactly(1, 2, 3);
    assertThat(copies.of("netty"))
        .extracting(FrameworkCopy::prefix)
        .contains("io.grpc.netty.shaded");
  }

  @Test
  void idleLoopIsOfTheCopyThatItsThreadsClassIsOf() {
    int first = copies.at("netty", "", one).number();
    int second = copies.at("netty", "", other).number();
    int shaded = copies.at("netty", SHADED, one).number();

    assertThat(copies.number("netty", "", one)).isEqualTo(first);
    assertThat(copies.number("netty", "", other)).isEqualTo(second);
    assertThat(copies.number("netty", "io.grpc.netty.shaded.", null)).isEqualTo(shaded);
    assertThat(copies.number("netty", "", null)).as("either of two").isZero();
  }

  @Test
  void eachCopysPointIsReachedByItself() {
    FrameworkCopy first = copies.at("netty", "", one);
    FrameworkCopy second = copies.at("netty", "", other);

    assertThat(copies.point(first, 1).flag()).isEqualTo(1);
    assertThat(copies.point(second, 1).flag()).isEqualTo(2);
    assertThat(copies.point(second, 0).flag()).isEqualTo(0);
    assertThat(copies.point(second, 1)).isSameAs(copies.point(second, 1));
    assertThat(copies.with(1)).containsExactly(first, second);
  }

  @Test
  void serverThatDeploysForeverFillsNeitherCopiesNorFlags() {
    int points = 2 + LoopscopePoints.MAX / FrameworkCopies.MAX; // more flags than there are
    FrameworkCopies many = new FrameworkCopies(points);
    for (int i = 0; i < LoopscopePoints.MAX; i++) {
      FrameworkCopy copy = many.at("netty", "prefix" + i + '/', one);
      for (int point = 0; point < points; point++) {
        assertThat(many.point(copy, point).flag()).isLessThan(LoopscopePoints.MAX);
      }
    }
    assertThat(many.of("netty")).hasSize(FrameworkCopies.MAX);
    assertThat(many.at("netty", "one/more/", one).number()).isZero();
  }
}
