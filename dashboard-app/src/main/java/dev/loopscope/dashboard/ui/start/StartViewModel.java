package dev.loopscope.dashboard.ui.start;

import dev.loopscope.dashboard.session.AttachableProcess;
import dev.loopscope.dashboard.session.ProcessList;
import dev.loopscope.dashboard.ui.common.Background;
import dev.loopscope.dashboard.ui.common.Confinement;
import dev.loopscope.dashboard.ui.common.Latest;
import dev.loopscope.dashboard.ui.settings.Preferences;
import dev.loopscope.dashboard.ui.settings.PreferencesModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** What the start page knows: JVMs, recent recordings, the attempt under way. */
public final class StartViewModel {

  private final Confinement confinement = new Confinement();
  private final ProcessList processList;
  private final PreferencesModel preferences;
  private final Opening opening;
  private final Latest<List<AttachableProcess>> listing;
  private final Latest<List<RecentRecording>> looking;
  private final ObservableList<AttachableProcess> processes = FXCollections.observableArrayList();
  private final FilteredList<AttachableProcess> shown = new FilteredList<>(processes);
  private final ObservableList<RecentRecording> recent = FXCollections.observableArrayList();
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

  public StartViewModel(
      ProcessList processList,
      PreferencesModel preferences,
      Opening opening,
      Background background) {
    this.processList = processList;
    this.preferences = preferences;
    this.opening = opening;
    listing = background.latest();
    looking = background.latest();
    filter.subscribe(text -> shown.setPredicate(process -> matches(process, text)));
  }

  /** Asks for processes and files anew, unless the last answer is still awaited. */
  public void refresh() {
    confinement.check();
    if (!listing.isBusy()) {
      listing.ask(processList::list, this::show, this::cannotList);
    }
    if (!looking.isBusy()) {
      List<Path> files = preferences.get().recent();
      looking.ask(
          () -> files.stream().map(RecentRecording::lookAt).toList(),
          found -> replaceIfChanged(recent, found),
          this::cannotList);
    }
  }

  private void show(List<AttachableProcess> found) {
    problem.set("");
    replaceIfChanged(processes, found);
    listed.set(true);
  }

  private void cannotList(Throwable failure) {
    problem.set("The JVMs of this machine could not be listed: " + failure.getMessage() + ".");
    listed.set(true);
  }

  /** Leaves an equal list alone, so that its view keeps selection and scroll position. */
  private static <T> void replaceIfChanged(ObservableList<T> list, List<T> next) {
    if (!list.equals(next)) {
      list.setAll(next);
    }
  }

  private static boolean matches(AttachableProcess process, String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    return process.name().toLowerCase(Locale.ROOT).contains(wanted)
        || Long.toString(process.pid()).contains(wanted);
  }

  /** Attaches, unless the process is known to refuse. */
  public void attach(AttachableProcess process) {
    if (process.attachable()) {
      opening.begin(new SessionSource.Jvm(process.pid(), process.name()));
    }
  }

  public void open(Path file) {
    open(file, false);
  }

  /** Opens a recording, at once or, with {@code wholeOnly}, when all of it was read. */
  public void open(Path file, boolean wholeOnly) {
    opening.begin(new SessionSource.Recording(file.toAbsolutePath(), wholeOnly));
  }

  public void forget(RecentRecording recording) {
    confinement.check();
    preferences.change((Preferences old) -> old.withoutRecent(recording.path()));
    recent.remove(recording);
  }

  public Opening opening() {
    return opening;
  }

  /** The processes that the filter lets through. */
  public ObservableList<AttachableProcess> processes() {
    return shown;
  }

  /** How many processes there are before the filter. */
  public int processCount() {
    return processes.size();
  }

  public ObservableList<RecentRecording> recent() {
    return recent;
  }

  public StringProperty filterProperty() {
    return filter;
  }

  /** Whether the list of processes was ever answered. */
  public ReadOnlyBooleanProperty listedProperty() {
    return listed.getReadOnlyProperty();
  }

  /** A sentence about what keeps the list from being true; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }
}
