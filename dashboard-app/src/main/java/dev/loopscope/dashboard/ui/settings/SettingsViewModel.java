package dev.loopscope.dashboard.ui.settings;

import dev.loopscope.dashboard.ui.common.Confinement;
import dev.loopscope.dashboard.ui.common.TimeDisplay;
import dev.loopscope.dashboard.ui.source.SourceCommand;
import dev.loopscope.dashboard.ui.source.SourceProblem;
import dev.loopscope.dashboard.ui.source.SourceSettings;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The settings page: what is set holds at once. */
public final class SettingsViewModel {

  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MAX_MILLIS = 3_600_000;

  private final Confinement confinement = new Confinement();
  private final PreferencesModel preferences;
  private final List<String> kinds;
  private final Set<String> watchedKinds;
  private final Map<String, Long> agentLimits;
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  /**
   * A page over these preferences.
   *
   * @param kinds loop kinds of the open session; those that have a limit already are added
   * @param agentLimits what its agent holds to by itself for some kinds, in nanoseconds
   */
  public SettingsViewModel(
      PreferencesModel preferences, Collection<String> kinds, Map<String, Long> agentLimits) {
    this.preferences = preferences;
    watchedKinds = Set.copyOf(kinds);
    this.agentLimits = Map.copyOf(agentLimits);
    TreeSet<String> all = new TreeSet<>(kinds);
    all.addAll(preferences.get().limits().nanosByKind().keySet());
    this.kinds = new ArrayList<>(all);
  }

  public Preferences preferences() {
    return preferences.get();
  }

  /** Kinds of loops that can have a limit of their own, in alphabetical order. */
  public List<String> kinds() {
    return kinds;
  }

  public void setTheme(Theme theme) {
    preferences.change(old -> old.withTheme(theme));
  }

  public void setTimeDisplay(TimeDisplay display) {
    preferences.change(old -> old.withTimeDisplay(display));
  }

  public void setAskBeforeClosing(boolean ask) {
    preferences.change(old -> old.withAskBeforeClosing(ask));
  }

  /** Sets the limit for all loops from a number of milliseconds as typed; false when it is none. */
  public boolean setDefaultLimit(String millis) {
    long nanos = parse(millis);
    if (nanos <= 0) {
      return false;
    }
    preferences.change(old -> old.withLimits(old.limits().withDefault(nanos)));
    return true;
  }

  /** Sets the limit for loops of one kind; blank: that of the agent holds, or that for all. */
  public boolean setLimit(String kind, String millis) {
    Map<String, Long> limits = new HashMap<>(preferences.get().limits().nanosByKind());
    if (millis.isBlank()) {
      problem.set("");
      limits.remove(kind);
    } else {
      long nanos = parse(millis);
      if (nanos <= 0) {
        return false;
      }
      limits.put(kind, nanos);
    }
    preferences.change(old -> old.withLimits(old.limits().withKinds(limits)));
    return true;
  }

  /** The limit of a kind in milliseconds, empty when it has none of its own. */
  public String limit(String kind) {
    Long nanos = preferences.get().limits().nanosByKind().get(kind);
    return nanos == null ? "" : millis(nanos);
  }

  /** What holds for a kind without a limit of its own, in milliseconds; empty when not known. */
  public String limitWithoutOwn(String kind) {
    if (!watchedKinds.contains(kind)) {
      return "";
    }
    Long nanos = agentLimits.get(kind);
    return nanos == null ? defaultLimit() : millis(nanos);
  }

  public String defaultLimit() {
    return millis(preferences.get().limits().defaultNanos());
  }

  /** The command that opens source, as typed. */
  public String sourceCommand() {
    return preferences.get().source().command();
  }

  /** Sets the command that opens source; false when it is none. Blank: none. */
  public boolean setSourceCommand(String typed) {
    if (!typed.isBlank()) {
      try {
        SourceCommand.parse(typed);
      } catch (SourceProblem refused) {
        problem.set(refused.sentence());
        return false;
      }
    }
    problem.set("");
    preferences.change(
        old -> old.withSource(new SourceSettings(typed.strip(), old.source().roots())));
    return true;
  }

  /** The source folders, one after the other with the system's path separator between them. */
  public String sourceFolders() {
    return String.join(
        File.pathSeparator,
        preferences.get().source().roots().stream().map(Path::toString).toList());
  }

  /** Sets the source folders; false when one is no path. */
  public boolean setSourceFolders(String typed) {
    List<Path> roots = new ArrayList<>();
    for (String folder : typed.split(Pattern.quote(File.pathSeparator), -1)) {
      if (!folder.isBlank()) {
        try {
          roots.add(Path.of(folder.strip()));
        } catch (InvalidPathException e) {
          problem.set("\"" + folder.strip() + "\" is no folder: " + e.getReason() + ".");
          return false;
        }
      }
    }
    problem.set("");
    preferences.change(old -> old.withSource(new SourceSettings(old.source().command(), roots)));
    return true;
  }

  private long parse(String millis) {
    confinement.check();
    try {
      double value = Double.parseDouble(millis.strip());
      if (value > 0 && value <= MAX_MILLIS) {
        problem.set("");
        return Math.max(1, Math.round(value * NANOS_PER_MILLI));
      }
    } catch (NumberFormatException e) {
      problem.set("\"" + millis.strip() + "\" is not a number of milliseconds.");
      return 0;
    }
    problem.set("A limit lies between 0 and 3,600,000 ms.");
    return 0;
  }

  private static String millis(long nanos) {
    double millis = nanos / NANOS_PER_MILLI;
    return millis == Math.rint(millis) ? Long.toString((long) millis) : Double.toString(millis);
  }

  /** What is wrong with the last input; empty when it was taken. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
