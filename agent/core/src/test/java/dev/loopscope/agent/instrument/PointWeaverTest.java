package dev.loopscope.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.agent.probe.LoopscopeErrors;
import dev.loopscope.agent.probe.LoopscopePoints;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PointWeaverTest {
  private static final String SAMPLE = "dev/loopscope/agent/instrument/WovenSample";
  private static final int COPY = 70_000;
  private static final Argument NUMBER = new Argument.Field("number", "J");
  private static final String TAKE = "(Ljava/lang/Runnable;)I";

  private final List<Integer> woven = new ArrayList<>();

  @BeforeEach
  void forget() {
    RecordingHooks.CALLS.clear();
  }

  private static HookCall hook(String name, Argument... arguments) {
    return HookCall.to(RecordingHooks.class, name, arguments);
  }

  private static Point point(String method, String descriptor) {
    return Point.at("test", "something", SAMPLE, method, descriptor);
  }

  private Class<?> weave(Point... points) throws IOException {
    PointTable table = new PointTable(List.of(points));
    byte[] original;
    try (InputStream in = PointWeaverTest.class.getResourceAsStream("WovenSample.class")) {
      original = Objects.requireNonNull(in).readAllBytes();
    }
    byte[] bytes = PointWeaver.weave(original, placements(table), woven::add);
    return new ClassLoader(PointWeaverTest.class.getClassLoader()) {
      Class<?> define() {
        return defineClass(null, bytes, 0, bytes.length);
      }
    }.define();
  }

  private static List<Placement> placements(PointTable table) {
    return table.in(SAMPLE).stream().map(n -> placement(n, table.points().get(n))).toList();
  }

  private static Placement placement(int number, Point point) {
    return new Placement(number, point, Shading.of(SAMPLE, SAMPLE), number, COPY);
  }

  private static Object sample(Class<?> type, long number) throws ReflectiveOperationException {
    return type.getConstructor(long.class).newInstance(number);
  }

  @Test
  void enterHookReplacesAnArgument() throws Exception {
    HookCall replace = hook("replace", new Argument.Parameter(0), new Argument.This());
    Class<?> type = weave(point("take", TAKE).onEnter(replace.storedTo(0)));

    Runnable task = () -> RecordingHooks.CALLS.add("task");
    Object result = type.getMethod("take", Runnable.class).invoke(sample(type, 7), task);

    assertThat(result).isEqualTo(7);
    assertThat(RecordingHooks.CALLS).containsExactly("replace sample", "replaced", "task");
    assertThat(woven).containsExactly(0);
  }

  @Test
  void returnHookSeesTheResultAndLeavesIt() throws Exception {
    Class<?> type =
        weave(
            point("wide", "(DJ)J").onReturn(hook("returnedLong", new Argument.Returned(), NUMBER)));
    Object sample = sample(type, 5);
    var wide = type.getMethod("wide", double.class, long.class);

    assertThat(wide.invoke(sample, 0.5, 37L)).isEqualTo(42L);
    assertThat(wide.invoke(sample, 0.5, -3L)).isEqualTo(-1L);
    assertThat(RecordingHooks.CALLS).containsExactly("returned 42 with 5", "returned -1 with 5");
  }

  @Test
  void throwHookSeesTheExceptionWhichGoesOn() throws Exception {
    Class<?> type =
        weave(
            point("fail", "(Ljava/lang/Object;)V")
                .onThrow(
                    hook(
                        "thrown",
                        new Argument.Thrown(),
                        new Argument.IsInstance(0, "java/lang/String"))));

    assertThatThrownBy(() -> type.getMethod("fail", Object.class).invoke(null, "text"))
        .isInstanceOf(InvocationTargetException.class)
        .hasRootCauseMessage("text");
    assertThat(RecordingHooks.CALLS).containsExactly("thrown text true");
  }

  @Test
  void constructorsAreWovenAtTheirEnd() throws Exception {
    Class<?> type = weave(point("<init>", "").onReturn(hook("returned", new Argument.Constant(3))));

    assertThat(sample(type, 1)).hasToString("sample");
    assertThat(RecordingHooks.CALLS).containsExactly("returned 3");
  }

  private record Task() implements Runnable {
    @Override
    public void run() {
      RecordingHooks.CALLS.add("task");
    }
  }

  @Test
  void eachCallOfAMethodIsBetweenItsHooksAndOthersAreNot() throws Exception {
    Class<?> type =
        weave(
            point("twice", TAKE)
                .aroundCalls("run", hook("before", new Argument.Receiver()), hook("after")));

    Object result = type.getMethod("twice", Runnable.class).invoke(sample(type, 1), new Task());

    assertThat(result).isEqualTo("sample".length());
    assertThat(RecordingHooks.CALLS)
        .containsExactly("before Task", "task", "after", "before Task", "task", "after");
  }

  @Test
  void aCallThatThrowsMissesOnlyTheHookAfterIt() throws Exception {
    Class<?> type =
        weave(
            point("twice", TAKE)
                .aroundCalls("run", hook("before", new Argument.Receiver()), hook("after"))
                .onThrow(hook("entered")));
    Runnable fails =
        () -> {
          throw new IllegalStateException("on purpose");
        };

    assertThatThrownBy(() -> type.getMethod("twice", Runnable.class).invoke(sample(type, 1), fails))
        .hasRootCauseMessage("on purpose");
    assertThat(RecordingHooks.CALLS).hasSize(2).last().isEqualTo("entered");
  }

  @Test
  void hookLearnsWhichCopyCallsIt() throws Exception {
    Class<?> type = weave(point("<init>", "").onReturn(hook("returned", new Argument.Copy())));
    sample(type, 1);

    assertThat(RecordingHooks.CALLS).containsExactly("returned 70000");
  }

  @Test
  void brokenEnterHookIsCountedAndTheApplicationGoesOn() throws Exception {
    Class<?> type = weave(point("take", TAKE).onEnter(hook("broken")));
    long errors = LoopscopeErrors.count();

    Object result =
        type.getMethod("take", Runnable.class).invoke(sample(type, 9), (Runnable) () -> {});

    assertThat(result).isEqualTo(9);
    assertThat(LoopscopeErrors.count()).isEqualTo(errors + 1);
    assertThat(LoopscopeErrors.lastClassName()).isEqualTo("java.lang.IllegalStateException");
  }

  @Test
  void memberThatIsNotThereKeepsAPointFromBeingWoven() throws Exception {
    Point absent =
        point("take", TAKE)
            .onReturn(hook("returnedLong", new Argument.Returned(), new Argument.Field("no", "J")));
    Class<?> type = weave(absent);

    assertThat(type.getMethod("take", Runnable.class).invoke(sample(type, 2), (Runnable) () -> {}))
        .isEqualTo(2);
    assertThat(woven).isEmpty();
  }

  @Test
  void severalPointsOfOneMethodAllWork() throws Exception {
    Class<?> type =
        weave(
            point("take", TAKE).onEnter(hook("entered")),
            point("take", TAKE).onReturn(hook("returned", new Argument.Returned())));

    type.getMethod("take", Runnable.class).invoke(sample(type, 4), (Runnable) () -> {});

    assertThat(RecordingHooks.CALLS).containsExactly("entered", "returned 4");
    assertThat(woven).containsExactly(0, 1);
  }

  @Test
  void reachedPointIsKnownToHaveFired() throws Exception {
    LoopscopePoints.turnOn();
    try {
      Class<?> type = weave(point("take", TAKE), point("wide", "(DJ)J"));
      type.getMethod("take", Runnable.class).invoke(sample(type, 4), (Runnable) () -> {});

      assertThat(LoopscopePoints.hasFired(0)).isTrue();
      assertThat(LoopscopePoints.hasFired(1)).isFalse();
    } finally {
      LoopscopePoints.turnOff();
    }
  }
}
