package dev.loopscope.samples.virtual;

import java.io.IOException;
import java.io.InputStream;

/** Makes {@link PinningInitializer} once more, and everything else as usual. */
final class FreshClass extends ClassLoader {
  private static final String NAME = PinningInitializer.class.getName();

  FreshClass() {
    super(FreshClass.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.equals(NAME)) {
      return super.loadClass(name, resolve);
    }
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
