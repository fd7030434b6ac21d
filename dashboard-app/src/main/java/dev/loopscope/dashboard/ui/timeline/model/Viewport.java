package dev.loopscope.dashboard.ui.timeline.model;

import dev.loopscope.dashboard.store.TimeSpan;
import dev.loopscope.dashboard.ui.common.Confinement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Which stretch of time is in sight, on how many pixels, and whether it moves along with the newest
 * data. Never shorter than {@link #MIN_LENGTH_NANOS}, hardly longer than the session.
 */
public final class Viewport {

  public static final long MIN_LENGTH_NANOS = 1_000;

  /** What takes a smaller part of the width than one in this many is a speck. */
  private static final long SPECK_SHARE = 20;

  /** How many times its own length is shown around a speck. */
  private static final long SPECK_ROOM = 10;

  /** What a live session shows at first. */
  public static final long LIVE_LENGTH_NANOS = 10_000_000_000L;

  /** Share of the span left free beside what is fitted or followed. */
  private static final double MARGIN = 0.02;

  /** How the span follows the session. */
  public enum Mode {
    /** The newest moment stays in sight at the right. */
    FOLLOW,
    /** The whole session stays in sight. */
    FIT,
    /** The user decides. */
    FREE
  }

  /** What going back restores. */
  record Place(TimeSpan span, Mode mode) {}

  private final Confinement confinement = new Confinement();
  private final ViewportHistory history = new ViewportHistory();
  private final List<Runnable> listeners = new ArrayList<>();
  private final LongSupplier clockNanos;
  private TimeSpan extent = TimeSpan.EMPTY;
  private TimeSpan span = new TimeSpan(0, LIVE_LENGTH_NANOS);
  private Mode mode;
  private double width = 1;
  private long version;

  /**
   * Shows nothing yet.
   *
   * @param live whether to follow the newest data at first, or else to show the whole session
   * @param clockNanos tells gestures apart; {@code System::nanoTime} outside tests
   */
  public Viewport(boolean live, LongSupplier clockNanos) {
    this.mode = live ? Mode.FOLLOW : Mode.FIT;
    this.clockNanos = clockNanos;
  }

  /** Tells what there is to see: called once a pulse, does nothing when nothing changed. */
  public void extentIs(TimeSpan newExtent) {
    confinement.check();
    if (newExtent.isEmpty() || newExtent.equals(extent)) {
      return;
    }
    extent = newExtent;
    if (mode == Mode.FOLLOW) {
      set(tail(span.lengthNanos()), Mode.FOLLOW);
    } else if (mode == Mode.FIT) {
      set(whole(), Mode.FIT);
    }
  }

  /** Tells how many pixels there are. */
  public void widthIs(double pixels) {
    confinement.check();
    if (pixels > 0 && pixels != width) {
      width = pixels;
      changed();
    }
  }

  /** Shows {@code factor} times as much time; the moment {@code aboutNanos} stays where it is. */
  public void zoom(double factor, long aboutNanos) {
    long length = clampLength(Math.round(span.lengthNanos() * factor));
    double share = (double) (aboutNanos - span.fromNanos()) / span.lengthNanos();
    move(clamp(aboutNanos - Math.round(share * length), length), Mode.FREE);
  }

  /** Zooms about the middle, or about the newest moment without ceasing to follow it. */
  public void zoom(double factor) {
    if (mode == Mode.FOLLOW) {
      move(tail(clampLength(Math.round(span.lengthNanos() * factor))), Mode.FOLLOW);
    } else {
      zoom(factor, span.fromNanos() + span.lengthNanos() / 2);
    }
  }

  /** Moves by {@code nanos}, later when positive. */
  public void pan(long nanos) {
    move(clamp(span.fromNanos() + nanos, span.lengthNanos()), Mode.FREE);
  }

  /** Shows exactly {@code wanted}, as far as the limits allow. */
  public void show(TimeSpan wanted) {
    move(clamp(wanted.fromNanos(), wanted.lengthNanos()), Mode.FREE);
  }

  /** Shows {@code wanted} with room around it; a moment keeps the present zoom. */
  public void fit(TimeSpan wanted) {
    long length = wanted.lengthNanos();
    if (length == 0) {
      show(centred(wanted.fromNanos()));
      return;
    }
    long room = Math.max(MIN_LENGTH_NANOS / 4, length / 4);
    show(new TimeSpan(wanted.fromNanos() - room, wanted.toNanos() + room));
  }

  /**
   * Moves so that {@code wanted} is in sight; stays when it is already. Zooms in only where it
   * would be a speck.
   */
  public void reveal(TimeSpan wanted) {
    long length = wanted.lengthNanos();
    if (length > 0 && length < span.lengthNanos() / SPECK_SHARE) {
      long room = length * (SPECK_ROOM - 1) / 2;
      show(new TimeSpan(wanted.fromNanos() - room, wanted.toNanos() + room));
      return;
    }
    if (wanted.fromNanos() >= span.fromNanos() && wanted.toNanos() <= span.toNanos()) {
      return;
    }
    if (wanted.lengthNanos() > span.lengthNanos()) {
      fit(wanted);
    } else {
      show(centred(wanted.fromNanos() + wanted.lengthNanos() / 2));
    }
  }

  /** Shows the whole session, also when it grows. */
  public void fitAll() {
    move(whole(), Mode.FIT);
  }

  /** Shows the newest data from now on. */
  public void follow() {
    move(tail(span.lengthNanos()), Mode.FOLLOW);
  }

  /** Stays where it is from now on. */
  public void pause() {
    move(span, Mode.FREE);
  }

  public void toStart() {
    move(clamp(extent.fromNanos() - margin(span.lengthNanos()), span.lengthNanos()), Mode.FREE);
  }

  /** Undoes the last gesture. */
  public void back() {
    confinement.check();
    Place place = history.back();
    if (place == null) {
      return;
    }
    switch (place.mode()) {
      case FOLLOW -> set(tail(place.span().lengthNanos()), Mode.FOLLOW);
      case FIT -> set(whole(), Mode.FIT);
      case FREE -> set(place.span(), Mode.FREE);
    }
  }

  public boolean canGoBack() {
    return !history.isEmpty();
  }

  public TimeSpan span() {
    return span;
  }

  public TimeSpan extent() {
    return extent;
  }

  public TimeScale scale() {
    return new TimeScale(span, width);
  }

  public Mode mode() {
    return mode;
  }

  public boolean isFollowing() {
    return mode == Mode.FOLLOW;
  }

  /** Grows with every change. */
  public long version() {
    return version;
  }

  /** Calls {@code listener} after every change; it lives as long as this viewport. */
  public void onChange(Runnable listener) {
    confinement.check();
    listeners.add(listener);
  }

  private void move(TimeSpan next, Mode nextMode) {
    confinement.check();
    if (!next.equals(span) || nextMode != mode) {
      history.leave(new Place(span, mode), clockNanos.getAsLong());
      set(next, nextMode);
    }
  }

  private void set(TimeSpan next, Mode nextMode) {
    if (!next.equals(span) || nextMode != mode) {
      span = next;
      mode = nextMode;
      changed();
    }
  }

  private void changed() {
    version++;
    listeners.forEach(Runnable::run);
  }

  private TimeSpan tail(long length) {
    long end = extent.toNanos() + margin(length);
    long first = extent.fromNanos() - margin(length);
    long from = Math.max(first, end - length);
    return new TimeSpan(from, from + length);
  }

  private TimeSpan whole() {
    long margin = Math.max(MIN_LENGTH_NANOS, margin(extent.lengthNanos()));
    return new TimeSpan(extent.fromNanos() - margin, extent.toNanos() + margin);
  }

  private TimeSpan centred(long nanos) {
    long from = nanos - span.lengthNanos() / 2;
    return new TimeSpan(from, from + span.lengthNanos());
  }

  private TimeSpan clamp(long from, long length) {
    long allowed = clampLength(length);
    long lowest = extent.fromNanos() - allowed / 2;
    long highest = Math.max(lowest, extent.toNanos() - allowed / 2);
    long start = Math.min(highest, Math.max(lowest, from));
    return new TimeSpan(start, start + allowed);
  }

  private long clampLength(long length) {
    long whole = extent.lengthNanos() + extent.lengthNanos() / 10;
    return Math.max(MIN_LENGTH_NANOS, Math.min(length, Math.max(LIVE_LENGTH_NANOS, whole)));
  }

  private static long margin(long length) {
    return Math.round(length * MARGIN);
  }
}
