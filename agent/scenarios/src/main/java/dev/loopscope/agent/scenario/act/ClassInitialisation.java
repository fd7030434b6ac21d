package dev.loopscope.agent.scenario.act;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The loop needs a class that another thread is initialising, slowly. */
public final class ClassInitialisation extends BlockingAct {

  /** What the class that is initialised now must do meanwhile; it can be given no arguments. */
  private static volatile @Nullable Runnable meanwhile;

  @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
  private Class<?> slow;

  @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
  private Partner initialiser;

  /** The class; every play loads it anew. */
  static final class Slow {
    static {
      runMeanwhile();
    }

    private Slow() {}
  }

  /** Public, because the class that calls it belongs to another loader. */
  public static void runMeanwhile() {
    Runnable body = meanwhile;
    if (body != null) {
      body.run();
    }
  }

  @Override
  public void prepare(Block block) throws Exception {
    slow = new SlowLoader().loadClass(Slow.class.getName());
    initialiser =
        Partner.start(
                "initialiser",
                self -> {
                  meanwhile = () -> hold(self, block);
                  initialise();
                })
            .awaitReady();
  }

  private static void hold(Partner self, Block block) {
    self.ready();
    try {
      block.outlast();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts it", e);
    }
  }

  private void initialise() throws ClassNotFoundException {
    Class<?> unused = Class.forName(slow.getName(), true, slow.getClassLoader());
  }

  @Override
  void block(Block block) throws ClassNotFoundException {
    block.nextLine();
    Class<?> unused = Class.forName(slow.getName(), true, slow.getClassLoader());
  }

  @Override
  public void tidy() throws Exception {
    initialiser.finish();
  }

  /** Defines that one class itself. */
  private static final class SlowLoader extends ClassLoader {
    SlowLoader() {
      super(ClassInitialisation.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(Slow.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String resource = name.replace('.', '/') + ".class";
      try (InputStream in = getResourceAsStream(resource)) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
