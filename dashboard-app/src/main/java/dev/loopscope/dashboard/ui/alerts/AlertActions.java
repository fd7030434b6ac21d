package dev.loopscope.dashboard.ui.alerts;

import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.protocol.Definitions.StackFrame;
import java.nio.file.Path;

/** What the views of alerts ask of the application around them. FX thread. */
public interface AlertActions {

  /** Tells no more of a group of alerts, or tells of it again; remembered. */
  void mute(AlertKey key, boolean mute);

  /** Shows what is worth an alert, to be changed. */
  void showAlertRules();

  /** Opens a clip that an alert kept, in place of what is shown. */
  void openClip(Path clip);

  /** Opens the line of {@code frame} with the user's command, or says why it cannot. */
  void openSource(StackFrame frame);
}
