package dev.loopscope.dashboard.alert;

import dev.loopscope.protocol.Frame;

/**
 * Watches the stream for one kind of trouble. A rule decides by frames and their times alone, never
 * by the clock of this machine, so that a replay raises what the live session raised.
 *
 * <p>For the session's reader thread; the trace has the frame already.
 */
interface AlertRule {

  void accept(Frame frame);
}
