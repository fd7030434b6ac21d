package dev.loopscope.agent.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InstrumenterTest {
  private final List<String> calls = new ArrayList<>();
  private boolean refusesBatches;

  /** Two classes are loaded that have points, and one that has none. */
  private final Instrumentation instrumentation =
      (Instrumentation)
          Proxy.newProxyInstance(
              InstrumenterTest.class.getClassLoader(),
              new Class<?>[] {Instrumentation.class},
              (proxy, method, arguments) ->
                  switch (method.getName()) {
                    case "getAllLoadedClasses" ->
                        new Class<?>[] {Point.class, HookCall.class, String.class, Point[].class};
                    case "isModifiableClass" -> true;
                    case "removeTransformer" -> calls.add("remove");
                    case "retransformClasses" -> retransform((Class<?>[]) arguments[0]);
                    default -> null;
                  });

  private Object retransform(Class<?>[] classes) throws ReflectiveOperationException {
    calls.add(List.of(classes).stream().map(Class::getSimpleName).toList().toString());
    if (refusesBatches && List.of(classes).contains(Point.class)) {
      throw new ReflectiveOperationException("no");
    }
    return calls;
  }

  private Instrumenter instrumenter() {
    String base = "dev/loopscope/agent/instrument/";
    return new Instrumenter(
        instrumentation,
        new PointTable(
            List.of(
                Point.at("test", "a", base + "Point", "owner", ""),
                Point.at("test", "b", base + "HookCall", "owner", ""))));
  }

  @Test
  void bothWaysAreOneBatchOfWhatHasPoints() {
    Instrumenter instrumenter = instrumenter();
    instrumenter.weave(() -> {});
    instrumenter.close();

    assertThat(calls).containsExactly("[Point, HookCall]", "remove", "[Point, HookCall]");
  }

  @Test
  void classThatRefusesIsDoneWithoutAndReported() {
    refusesBatches = true;
    Instrumenter instrumenter = instrumenter();
    instrumenter.weave(() -> {});

    assertThat(calls).containsExactly("[Point, HookCall]", "[Point]", "[HookCall]");
    assertThat(instrumenter.report().get(0).failure()).isNotEmpty();
    assertThat(instrumenter.report().get(1).failure()).isEmpty();
  }
}
