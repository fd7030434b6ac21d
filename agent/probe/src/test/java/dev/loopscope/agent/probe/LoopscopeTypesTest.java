package dev.loopscope.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoopscopeTypesTest {

  @Test
  void classKeepsItsNumberAndItsName() {
    int id = LoopscopeTypes.id(String.class);

    assertThat(id).isPositive().isLessThan(LoopscopeTypes.limit());
    assertThat(LoopscopeTypes.id(String.class)).isEqualTo(id);
    assertThat(LoopscopeTypes.id(List.class)).isNotEqualTo(id);
    assertThat(LoopscopeTypes.name(id)).isEqualTo("java.lang.String");
  }

  @Test
  void numbersNeverGivenOutHaveNoName() {
    assertThat(LoopscopeTypes.name(0)).isNull();
    assertThat(LoopscopeTypes.name(-1)).isNull();
    assertThat(LoopscopeTypes.name(LoopscopeTypes.MAX)).isNull();
    assertThat(LoopscopeTypes.name(LoopscopeTypes.MAX - 1)).isNull();
  }

  @Test
  void threadsThatMeetAClassAtOnceAgreeOnItsNumber() {
    List<Class<?>> types =
        List.of(Integer.class, Long.class, Short.class, Byte.class, Float.class, Double.class);
    for (Class<?> type : types) {
      Set<Integer> ids = ConcurrentHashMap.newKeySet();
      IntStream.range(0, 64).parallel().forEach(i -> ids.add(LoopscopeTypes.id(type)));
      assertThat(ids).hasSize(1);
    }
  }

  @Test
  void frameworksOwnTasksAreRecognisedInShadedCopiesToo() {
    class Bookkeeping {}
    LoopscopeTypes.setInternalPrefixes(new String[] {"probe.LoopscopeTypesTest$"});
    try {
      assertThat(LoopscopeTypes.isInternal(LoopscopeTypes.id(Bookkeeping.class))).isTrue();
      assertThat(LoopscopeTypes.isInternal(LoopscopeTypes.id(Object.class))).isFalse();
    } finally {
      LoopscopeTypes.setInternalPrefixes(new String[0]);
    }
  }
}
