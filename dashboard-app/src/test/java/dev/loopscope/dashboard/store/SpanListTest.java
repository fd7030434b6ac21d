package dev.loopscope.dashboard.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.dashboard.plain.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanListTest {

  private static final int CAPACITY = 800;

  private final SpanList<TimeSpan> list =
      new SpanList<>(CAPACITY, TimeSpan::fromNanos, TimeSpan::toNanos);

  @Test
  void answersWhatALookThroughAllAnswers() {
    Random random = new Random(7);
    List<TimeSpan> all = new ArrayList<>();
    for (int i = 0; i < CAPACITY; i++) {
      long from = random.nextInt(1_000);
      TimeSpan item = new TimeSpan(from, from + (i % 50 == 0 ? 200 : random.nextInt(5)));
      all.add(item);
      list.add(item);
    }
    for (int i = 0; i < 200; i++) {
      long from = random.nextInt(1_200) - 100L;
      TimeSpan asked = new TimeSpan(from, from + random.nextInt(300));
      List<TimeSpan> expected =
          all.stream()
              .filter(s -> s.fromNanos() < asked.toNanos() && s.toNanos() >= asked.fromNanos())
              .toList();
      assertThat(list.overlapping(asked)).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(list.overlapping(asked)).extracting(TimeSpan::fromNanos).isSorted();
    }
  }

  @Test
  void answerStaysAsItWasWhateverComesLater() {
    for (int i = 0; i < CAPACITY; i++) {
      list.add(new TimeSpan(10L * i, 10L * i + 5));
    }
    List<TimeSpan> before = list.overlapping(new TimeSpan(4_000, 5_000));
    List<TimeSpan> copy = List.copyOf(before);

    list.add(new TimeSpan(4_501, 4_502)); // between the others, when the oldest are forgotten too
    for (int i = 0; i < 3 * CAPACITY; i++) {
      list.add(new TimeSpan(9_000L + i, 9_001L + i));
    }

    assertThat(before).isEqualTo(copy);
    assertThat(list.overlapping(new TimeSpan(4_000, 5_000))).isEmpty();
  }

  @Test
  void oldestAreForgotten() {
    for (int i = 0; i < CAPACITY + 1; i++) {
      list.add(new TimeSpan(i, i));
    }
    List<TimeSpan> all = list.overlapping(new TimeSpan(-1, 10_000));
    assertThat(all).hasSize(CAPACITY + 1 - CAPACITY / 8);
    assertThat(all.get(0).fromNanos()).isEqualTo(CAPACITY / 8);
    assertThat(all.get(all.size() - 1).fromNanos()).isEqualTo(CAPACITY);
  }

  @Test
  void listOfStallsIsCopiedOnlyWhenOneChanges() {
    StallList stalls = new StallList();
    stalls.put(Frames.stall(1, 7, 1000, 1180, 0));
    var first = stalls.all();
    assertThat(stalls.all()).isSameAs(first);
    stalls.put(Frames.stall(1, 7, 1000, 1180, 1340));
    assertThat(stalls.all()).isNotSameAs(first);
    assertThat(first.get(0).isOpen()).isTrue();
  }
}
