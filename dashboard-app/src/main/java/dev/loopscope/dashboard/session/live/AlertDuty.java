package dev.loopscope.dashboard.session.live;

import dev.loopscope.dashboard.alert.SettledNotices;
import dev.loopscope.dashboard.alert.webhook.Webhook;
import dev.loopscope.dashboard.session.FrameIntake;
import dev.loopscope.dashboard.session.SessionTitle;
import dev.loopscope.dashboard.session.clip.ClipFolder;
import dev.loopscope.dashboard.session.clip.ClipKeeper;
import dev.loopscope.dashboard.session.clip.ClipSource;
import dev.loopscope.dashboard.session.clip.ClipWriter;
import dev.loopscope.dashboard.session.clip.Clips;
import dev.loopscope.protocol.Hello;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Does for one live session what {@link AlertCare} says. The reader thread drives it. */
final class AlertDuty implements AutoCloseable {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final FrameIntake intake;
  private final @Nullable Webhook webhook;
  private final @Nullable ClipWriter writer;
  private final @Nullable ClipKeeper keeper;
  private final @Nullable SettledNotices toWebhook;

  AlertDuty(AlertCare care, Hello hello, FrameIntake intake, ClipSource source) {
    this.intake = intake;
    ClipFolder folder = care.clips();
    writer =
        folder == null
            ? null
            : new ClipWriter(source, folder, SessionTitle.of(hello), nanos -> wall(hello, nanos));
    keeper = writer == null ? null : new ClipKeeper(intake.alerts(), care.settings(), writer);
    Webhook told = care.webhook();
    webhook = told;
    toWebhook =
        told == null
            ? null
            : new SettledNotices(
                intake.alerts(), (notice, alert) -> told.tell(intake.trace(), alert));
  }

  private static Instant wall(Hello hello, long nanos) {
    long epoch = hello.clock().toEpochNanos(nanos);
    return Instant.ofEpochSecond(
        Math.floorDiv(epoch, NANOS_PER_SECOND), Math.floorMod(epoch, NANOS_PER_SECOND));
  }

  /** A frame was taken in and recorded. */
  void afterFrame() {
    long now = now();
    if (keeper != null) {
      keeper.at(now);
    }
    if (toWebhook != null) {
      toWebhook.at(now);
    }
  }

  /** No more frames come; the recording is still there. */
  void end() {
    if (keeper != null) {
      keeper.end(now());
    }
    if (toWebhook != null) {
      toWebhook.end();
    }
  }

  private long now() {
    return intake.trace().extent().toNanos();
  }

  Clips clips() {
    return writer == null ? Clips.NONE : writer;
  }

  /** A sentence for the user on what went wrong last; empty when all is well. */
  String problem() {
    String ofClips = clips().problem();
    return ofClips.isEmpty() && webhook != null ? webhook.status().problem() : ofClips;
  }

  @Override
  public void close() {
    if (writer != null) {
      writer.close();
    }
  }
}
