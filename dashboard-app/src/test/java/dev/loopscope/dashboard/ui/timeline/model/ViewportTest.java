package dev.loopscope.dashboard.ui.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.timeline.model.Viewport.Mode;
import org.junit.jupiter.api.Test;

class ViewportTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long START = 7_000_000 * SECOND;

  private long clock;

  private Viewport viewport(boolean live, long lengthNanos) {
    Viewport viewport = new Viewport(live, () -> clock += SECOND);
    viewport.widthIs(1_000);
    viewport.extentIs(new TimeSpan(START, START + lengthNanos));
    return viewport;
  }

  @Test
  void replayShowsTheWholeSessionWhileItLoads() {
    Viewport viewport = viewport(false, 30 * SECOND);
    viewport.extentIs(new TimeSpan(START, START + 60 * SECOND));
    assertThat(viewport.span().fromNanos()).isLessThan(START);
    assertThat(viewport.span().toNanos()).isGreaterThan(START + 60 * SECOND);
    assertThat(viewport.mode()).isEqualTo(Mode.FIT);
  }

  @Test
  void liveShowsTheNewestMomentAtTheRight() {
    Viewport viewport = viewport(true, 60 * SECOND);
    assertThat(viewport.span().lengthNanos()).isEqualTo(10 * SECOND);
    viewport.extentIs(new TimeSpan(START, START + 61 * SECOND));
    assertThat(viewport.scale().x(START + 61 * SECOND)).isBetween(970.0, 990.0);
  }

  @Test
  void aYoungLiveSessionGrowsFromTheLeft() {
    Viewport viewport = viewport(true, SECOND);
    assertThat(viewport.scale().x(START)).isBetween(0.0, 30.0);
    assertThat(viewport.scale().x(START + SECOND)).isLessThan(200);
  }

  @Test
  void zoomKeepsTheTimeUnderThePointer() {
    Viewport viewport = viewport(false, 60 * SECOND);
    for (double factor : new double[] {0.5, 0.9, 0.01, 1.7}) {
      long about = viewport.scale().time(333);
      viewport.zoom(factor, about);
      assertThat(viewport.scale().x(about)).isCloseTo(333, within(0.5));
    }
  }

  @Test
  void zoomEndsAtOneMicrosecond() {
    Viewport viewport = viewport(false, 60 * SECOND);
    viewport.zoom(1e-12, START + SECOND);
    assertThat(viewport.span().lengthNanos()).isEqualTo(Viewport.MIN_LENGTH_NANOS);
  }

  @Test
  void zoomingOutEndsALittleBeyondTheSession() {
    Viewport viewport = viewport(false, 60 * SECOND);
    viewport.zoom(1e9, START);
    assertThat(viewport.span().lengthNanos()).isEqualTo(66 * SECOND);
  }

  @Test
  void panningNeverLosesTheSession() {
    Viewport viewport = viewport(false, 60 * SECOND);
    viewport.show(new TimeSpan(START + SECOND, START + 2 * SECOND));
    viewport.pan(1_000 * SECOND);
    assertThat(viewport.span().fromNanos()).isLessThan(START + 60 * SECOND);
    viewport.pan(-1_000_000 * SECOND);
    assertThat(viewport.span().toNanos()).isGreaterThan(START);
  }

  @Test
  void panningPausesAndFollowingResumes() {
    Viewport viewport = viewport(true, 60 * SECOND);
    viewport.pan(-SECOND);
    TimeSpan paused = viewport.span();
    viewport.extentIs(new TimeSpan(START, START + 70 * SECOND));
    assertThat(viewport.isFollowing()).isFalse();
    assertThat(viewport.span()).isEqualTo(paused);
    viewport.follow();
    assertThat(viewport.isFollowing()).isTrue();
    assertThat(viewport.span().toNanos()).isGreaterThan(START + 70 * SECOND);
  }

  @Test
  void zoomingByKeyWhileFollowingGoesOnFollowing() {
    Viewport viewport = viewport(true, 60 * SECOND);
    viewport.zoom(0.5);
    assertThat(viewport.isFollowing()).isTrue();
    assertThat(viewport.span().lengthNanos()).isEqualTo(5 * SECOND);
    assertThat(viewport.span().toNanos()).isGreaterThan(START + 60 * SECOND);
  }

  @Test
  void goingBackRestoresSpanAndFollowing() {
    Viewport viewport = viewport(true, 60 * SECOND);
    viewport.show(new TimeSpan(START + SECOND, START + 2 * SECOND));
    viewport.zoom(0.5, START + SECOND);
    viewport.back();
    assertThat(viewport.span()).isEqualTo(new TimeSpan(START + SECOND, START + 2 * SECOND));
    viewport.back();
    assertThat(viewport.isFollowing()).isTrue();
    assertThat(viewport.canGoBack()).isFalse();
  }

  @Test
  void theClicksOfAWheelAreUndoneTogether() {
    Viewport viewport = new Viewport(false, () -> clock += 50_000_000L);
    viewport.extentIs(new TimeSpan(START, START + 60 * SECOND));
    TimeSpan whole = viewport.span();
    for (int click = 0; click < 5; click++) {
      viewport.zoom(0.8, START + SECOND);
    }
    viewport.back();
    assertThat(viewport.span()).isEqualTo(whole);
  }

  @Test
  void revealZoomsInOnWhatWouldBeASpeck() {
    Viewport viewport = new Viewport(false, () -> 0);
    viewport.extentIs(new TimeSpan(START, START + 100 * SECOND));
    TimeSpan wanted = new TimeSpan(START + 50 * SECOND, START + 51 * SECOND);

    viewport.reveal(wanted);

    assertThat(viewport.span().lengthNanos()).isEqualTo(10 * SECOND);
    assertThat(viewport.span().contains(wanted.fromNanos())).isTrue();
  }

  @Test
  void revealMovesOnlyWhenNeeded() {
    Viewport viewport = viewport(false, 60 * SECOND);
    viewport.show(new TimeSpan(START, START + 10 * SECOND));
    long before = viewport.version();
    viewport.reveal(new TimeSpan(START + SECOND, START + 2 * SECOND));
    assertThat(viewport.version()).isEqualTo(before);
    viewport.reveal(new TimeSpan(START + 30 * SECOND, START + 31 * SECOND));
    assertThat(viewport.span().lengthNanos()).isEqualTo(10 * SECOND);
    assertThat(viewport.span().contains(START + 30 * SECOND)).isTrue();
  }

  @Test
  void fittingAMomentKeepsTheZoom() {
    Viewport viewport = viewport(false, 60 * SECOND);
    viewport.show(new TimeSpan(START, START + 10 * SECOND));
    viewport.fit(new TimeSpan(START + 30 * SECOND, START + 30 * SECOND));
    assertThat(viewport.span()).isEqualTo(new TimeSpan(START + 25 * SECOND, START + 35 * SECOND));
  }

  @Test
  void listenersHearOfChangesOnly() {
    Viewport viewport = viewport(false, 60 * SECOND);
    int[] calls = {0};
    viewport.onChange(() -> calls[0]++);
    viewport.extentIs(viewport.extent());
    assertThat(calls[0]).isZero();
    viewport.pan(SECOND);
    assertThat(calls[0]).isEqualTo(1);
  }
}
