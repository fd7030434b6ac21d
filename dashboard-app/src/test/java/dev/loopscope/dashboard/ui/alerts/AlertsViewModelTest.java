package dev.loopscope.dashboard.ui.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Navigation;
import dev.loopscope.dashboard.ui.common.Selected;
import dev.loopscope.dashboard.ui.common.Selection;
import dev.loopscope.dashboard.ui.support.Chat;
import dev.loopscope.dashboard.ui.support.ListSession;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AlertsViewModelTest {

  private final ListSession session = Chat.session(true);
  private final Selection selection = new Selection();
  private final List<TimeSpan> revealed = new ArrayList<>();
  private final AlertsViewModel model =
      new AlertsViewModel(
          session.trace(),
          session.alerts(),
          selection,
          new Navigation() {
            @Override
            public TimeSpan visible() {
              return session.trace().extent();
            }

            @Override
            public void reveal(TimeSpan span) {
              revealed.add(span);
            }
          });

  private AlertRow blocked() {
    model.refresh();
    return model.rows().stream()
        .filter(row -> row.group().key().rule() == AlertKind.BLOCKED)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void newestComesFirst() {
    model.refresh();

    assertThat(model.rows()).extracting(row -> row.alert().id()).containsExactly(3L, 2L, 1L);
  }

  @Test
  void repeatsAreOneLineThatKeepsItsPlace() {
    AlertKey key = new AlertKey(AlertKind.BLOCKED, "worker", "History.load");
    long second = 1_000 * Chat.MILLI;
    for (int i = 0; i < 5; i++) {
      long from = Chat.START + second * (1 + 3L * i);
      session.alert(
          new Alert(10 + i, AlertKind.BLOCKED, 2, from, from + 100, 100, 0, "blocked " + i, key));
    }
    model.refresh();

    AlertRow row = model.rows().get(3); // it appeared before all others
    assertThat(row.group().count()).isEqualTo(5);
    assertThat(row.alert().sentence()).isEqualTo("blocked 4");
    assertThat(model.single(row.group()))
        .extracting(single -> single.alert().sentence())
        .containsExactly("blocked 4", "blocked 3", "blocked 2", "blocked 1", "blocked 0");
    assertThat(model.count()).isEqualTo(8);
    assertThat(model.groupCount()).isEqualTo(4);
  }

  @Test
  void mutedGroupIsNeverNew() {
    model.refresh();
    session.mute(blocked().group().key());

    model.refresh();

    assertThat(blocked().group().muted()).isTrue();
    assertThat(blocked().unread()).isFalse();
    assertThat(model.unreadProperty().get()).isEqualTo(2);
  }

  @Test
  void everyWordOfTheFilterMustBeThere() {
    model.refresh();
    model.filterProperty().set("worker-2 BLOCKED");
    assertThat(model.rows()).hasSize(1);

    model.filterProperty().set("worker-2 starved");
    assertThat(model.rows()).isEmpty();
  }

  @Test
  void jumpSelectsTheRunAndShowsItsTime() {
    model.jumpTo(blocked());

    assertThat(selection.selected()).isInstanceOf(Selected.OfRun.class);
    assertThat(revealed).containsExactly(new TimeSpan(Chat.BLOCKED_FROM, Chat.BLOCKED_TO));
  }

  @Test
  void alertsAfterTheLastLookAreUnread() {
    model.refresh();
    model.markRead();
    session.alert(
        new Alert(
            4,
            AlertKind.FAILING,
            1,
            Chat.BLOCKED_TO + 9_000 * Chat.MILLI,
            0,
            0,
            0,
            "3 tasks failed"));

    model.refresh();

    assertThat(model.unreadProperty().get()).isEqualTo(1);
    assertThat(model.rows().get(0).unread()).isTrue();
    assertThat(model.rows().get(1).unread()).isFalse();
  }

  @Test
  void openAlertGrowsWhileItIsLookedAt() {
    session.alert(
        new Alert(
            4,
            AlertKind.BLOCKED,
            1,
            Chat.BLOCKED_TO + 9_000 * Chat.MILLI,
            0,
            100,
            0,
            "blocked 100 ns"));
    model.refresh();
    model.look(model.rows().get(0));
    session.alert(
        new Alert(
            4,
            AlertKind.BLOCKED,
            1,
            Chat.BLOCKED_TO + 9_000 * Chat.MILLI,
            0,
            200,
            0,
            "blocked 200 ns"));

    model.refresh();

    AlertRow current = model.currentProperty().get();
    assertThat(current).isNotNull();
    assertThat(current.alert().sentence()).isEqualTo("blocked 200 ns");
  }

  @Test
  void filterMatchesWordsOfTheSentence() {
    model.refresh();

    model.filterProperty().set("history.LOAD");

    assertThat(model.rows()).hasSize(1);
    assertThat(model.count()).isEqualTo(3);
  }

  @Test
  void otherThreadsAreTurnedAway() {
    assertThatThrownBy(() -> CompletableFuture.runAsync(model::refresh).join())
        .hasMessageContaining("must run on");
  }
}
