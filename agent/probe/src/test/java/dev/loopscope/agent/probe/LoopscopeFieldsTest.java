package dev.loopscope.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import org.junit.jupiter.api.Test;

class LoopscopeFieldsTest {

  /** A framework's. */
  @SuppressWarnings("UnusedVariable")
  static class Base {
    private final String name = "base";
    private final Inner inner = new Inner();
  }

  /** Another one of the framework's. */
  @SuppressWarnings("UnusedVariable")
  static class Inner {
    private final int count = 7;
  }

  /** The application's, with a field of the same name. */
  @SuppressWarnings({"UnusedVariable", "HidingField"})
  static class Heir extends Base {
    private final String name = "heir";
  }

  /** Its class is nowhere to be found. */
  static class Lost {}

  /** Cannot tell its fields without {@link Lost}. */
  @SuppressWarnings("UnusedVariable")
  static class Loser {
    private @org.jspecify.annotations.Nullable Lost lost;
  }

  @Test
  void pathLeadsFromOneObjectToTheNext() {
    assertThat(LoopscopeFields.read(new Base(), "inner.count")).isEqualTo(7);
    assertThat(LoopscopeFields.read(new Base(), "inner.other")).isNull();
    assertThat(LoopscopeFields.read(new Base(), "other.count")).isNull();
  }

  @Test
  void frameworksOwnFieldGoesBeforeThatOfAnHeir() {
    assertThat(LoopscopeFields.read(new Heir(), "name")).isEqualTo("base");
    assertThat(LoopscopeFields.read(new Heir(), "inner.count")).isEqualTo(7);
  }

  @Test
  void classWhoseFieldsCannotBeToldHasNone() throws Exception {
    Constructor<?> maker =
        new OnlyLoser().loadClass(Loser.class.getName()).getDeclaredConstructor();
    maker.setAccessible(true);

    assertThat(LoopscopeFields.read(maker.newInstance(), "lost")).isNull();
  }

  /** Has one class, and not that of its field. */
  private static final class OnlyLoser extends ClassLoader {
    OnlyLoser() {
      super(null);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (!name.equals(Loser.class.getName())) {
        throw new ClassNotFoundException(name);
      }
      try (InputStream in = LoopscopeFieldsTest.class.getResourceAsStream(file(name))) {
        byte[] bytes = in == null ? new byte[0] : in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }

    private static String file(String name) {
      return name.substring(name.lastIndexOf('.') + 1) + ".class";
    }
  }
}
