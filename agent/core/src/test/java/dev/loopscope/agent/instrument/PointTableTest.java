package dev.loopscope.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PointTableTest {
  private static final String NETTY = "io/netty/util/concurrent/PromiseTask";

  private final PointTable table =
      new PointTable(
          List.of(
              Point.at("netty", "future run", NETTY, "run", "()V"),
              Point.at("jdk", "future run", "java/util/concurrent/FutureTask", "run", "()V")));

  @Test
  void shadedCopyOfAFrameworkIsFound() {
    assertThat(table.in(NETTY)).containsExactly(0);
    assertThat(table.in("io/grpc/netty/shaded/" + NETTY)).containsExactly(0);
    assertThat(table.in("my" + NETTY)).isEmpty();
    assertThat(table.in("PromiseTask")).isEmpty();
  }

  @Test
  void classOfTheJdkIsOnlyFoundUnderItsOwnName() {
    assertThat(table.in("java/util/concurrent/FutureTask")).containsExactly(1);
    assertThat(table.in("backport/java/util/concurrent/FutureTask")).isEmpty();
  }

  @Test
  void loadedClassIsFoundByTheNameThatTheJvmGivesIt() {
    PointTable one = new PointTable(List.of(Point.at("own", "run", "app/A", "run", "()V")));
    PointTable unnamed = new PointTable(List.of(Point.at("own", "run", "B", "run", "()V")));

    assertThat(table.inBinary(NETTY.replace('/', '.'))).containsExactly(0);
    assertThat(table.inBinary("shaded." + NETTY.replace('/', '.'))).containsExactly(0);
    assertThat(table.inBinary("java.util.concurrent.FutureTask")).containsExactly(1);
    assertThat(table.inBinary("java.util.concurrent.OtherTask")).isEmpty();
    assertThat(one.inBinary("app.A")).containsExactly(0);
    assertThat(one.inBinary("other.A")).isEmpty();
    assertThat(unnamed.inBinary("B")).containsExactly(0);
  }

  @Test
  void pointThatTwoPluginsDeclareIsWovenOnce() {
    Point select = Point.at("selector", "wait", "sun/nio/ch/SelectorImpl", "select", "()I");
    Point again = Point.at("netty", "wait", "sun/nio/ch/SelectorImpl", "select", "()I");

    assertThat(new PointTable(List.of(select, again)).points()).containsExactly(select);
  }

  @Test
  void hooksThatHandOverSomethingElseAreAnotherPoint() {
    List<Argument> arguments =
        List.of(
            new Argument.This(),
            new Argument.Copy(),
            new Argument.Parameter(0),
            new Argument.Parameter(1),
            new Argument.Constant(null),
            new Argument.Constant("a"),
            new Argument.Field("f", "I"),
            new Argument.Field("f", "J"),
            new Argument.Invoke("m", "()I"),
            new Argument.InvokeStatic("o", "m", "()I"),
            new Argument.InvokeStatic("p", "m", "()I"),
            new Argument.IsInstance(0, "t"),
            new Argument.IsInstance(1, "t"));
    List<Point> different = arguments.stream().map(PointTableTest::entering).toList();
    List<Point> again = arguments.stream().map(PointTableTest::entering).toList();
    HookCall hook = HookCall.to(RecordingHooks.class, "before", new Argument.This());

    assertThat(new PointTable(different).points()).hasSize(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      assertThat(different.get(i).sameWeaving(again.get(i))).isTrue();
    }
    assertThat(different.get(0).sameWeaving(different.get(0).exactly())).isFalse();
    assertThat(different.get(0).sameWeaving(different.get(0).onEnter(hook.storedTo(0)))).isFalse();
    assertThat(different.get(0).sameWeaving(different.get(0).onThrow(hook))).isFalse();
    Point around = different.get(0).aroundCalls("run", hook, hook);
    assertThat(different.get(0).sameWeaving(around)).isFalse();
    assertThat(around.sameWeaving(different.get(0).aroundCalls("run", hook, hook))).isTrue();
    assertThat(around.sameWeaving(different.get(0).aroundCalls("call", hook, hook))).isFalse();
  }

  private static Point entering(Argument argument) {
    return Point.at("netty", "wait", NETTY, "run", "()V")
        .onEnter(HookCall.to(RecordingHooks.class, "before", argument));
  }

  @Test
  void namesInAShadedCopyGetItsPrefix() {
    Shading shading = Shading.of("x/shaded/" + NETTY, NETTY);

    assertThat(shading.name("io/netty/channel/Channel"))
        .isEqualTo("x/shaded/io/netty/channel/Channel");
    assertThat(shading.name("java/lang/Thread")).isEqualTo("java/lang/Thread");
    assertThat(shading.descriptor("(Lio/netty/util/Timer;J)Ljava/lang/Object;"))
        .isEqualTo("(Lx/shaded/io/netty/util/Timer;J)Ljava/lang/Object;");
  }

  @Test
  void hookThatDoesNotExistFailsWhenTheTableIsMade() {
    assertThatThrownBy(() -> HookCall.to(RecordingHooks.class, "nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nothing");
  }
}
