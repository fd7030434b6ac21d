package dev.loopscope.agent.watch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Loads one class of the tests anew, as an application's class loader would, and what it asks. */
final class AloneLoader extends ClassLoader {

  /** Names of the classes that were asked for. */
  final List<String> asked = new ArrayList<>();

  private final String alone;

  AloneLoader(Class<?> alone) {
    super(AloneLoader.class.getClassLoader());
    this.alone = alone.getName();
  }

  /** An instance of that class, made with its constructor without parameters. */
  Object make() throws ReflectiveOperationException {
    return loadClass(alone).getDeclaredConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    asked.add(name);
    if (!name.equals(alone)) {
      return super.loadClass(name, resolve);
    }
    Class<?> loaded = findLoadedClass(name);
    return loaded == null ? define(name) : loaded;
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
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
