package dev.loopscope.dashboard.ui.settings;

import dev.loopscope.dashboard.ui.common.Confinement;
import java.io.IOException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The preferences in force; every change goes to the file in the background. */
public final class PreferencesModel {

  private final Confinement confinement = new Confinement();
  private final PreferencesFile file;
  private final Executor work;
  private final Executor fx;
  private final ReadOnlyObjectWrapper<Preferences> preferences;
  private final ReadOnlyStringWrapper problem;
  private final AtomicReference<@Nullable Preferences> unsaved = new AtomicReference<>();

  /**
   * Starts with what was loaded.
   *
   * @param work writes the file, one write at a time
   * @param fx runs on the thread that makes this object
   */
  public PreferencesModel(
      PreferencesFile file, PreferencesFile.Loaded loaded, Executor work, Executor fx) {
    this.file = file;
    this.work = work;
    this.fx = fx;
    preferences = new ReadOnlyObjectWrapper<>(loaded.preferences());
    problem = new ReadOnlyStringWrapper(loaded.problem());
  }

  public Preferences get() {
    return preferences.get();
  }

  public ReadOnlyObjectProperty<Preferences> preferencesProperty() {
    return preferences.getReadOnlyProperty();
  }

  /** A sentence about the file for the user: what went wrong last; empty when all is well. */
  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  /** Changes the preferences and writes them. */
  public void change(UnaryOperator<Preferences> change) {
    confinement.check();
    Preferences next = change.apply(preferences.get());
    if (next.equals(preferences.get())) {
      return;
    }
    preferences.set(next);
    if (unsaved.getAndSet(next) == null) {
      work.execute(this::save);
    }
  }

  private synchronized void save() {
    Preferences next = unsaved.getAndSet(null);
    if (next == null) {
      return;
    }
    try {
      file.save(next);
    } catch (IOException e) {
      fx.execute(() -> problem.set("The settings could not be written: " + e + "."));
    }
  }
}
