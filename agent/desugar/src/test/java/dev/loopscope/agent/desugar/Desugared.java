package dev.loopscope.agent.desugar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A class of the tests with its inner classes, desugared and loaded by a loader of its own. */
final class Desugared extends ClassLoader {
  private final Map<String, byte[]> classes = new LinkedHashMap<>();

  private Desugared() {
    super(Desugared.class.getClassLoader());
  }

  static Desugared of(Class<?> type) {
    Map<Class<?>, byte[]> files = new LinkedHashMap<>();
    for (Class<?> member : type.getNestHost().getNestMembers()) {
      files.put(member, bytes(member));
    }
    return of(files);
  }

  static Desugared of(Map<Class<?>, byte[]> files) {
    Desugared loader = new Desugared();
    files.forEach((type, file) -> loader.classes.put(entry(type.getName()), file));
    loader.classes.putAll(ClassDesugaring.ofAll(loader.classes));
    return loader;
  }

  private static String entry(String name) {
    return name.replace('.', '/') + ".class";
  }

  static byte[] bytes(Class<?> type) {
    String name = type.getName();
    try (InputStream in =
        type.getResourceAsStream(name.substring(name.lastIndexOf('.') + 1) + ".class")) {
      if (in == null) {
        throw new IllegalStateException("No class file of " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<byte[]> files() {
    return List.copyOf(classes.values());
  }

  Object make(Class<?> type) throws ReflectiveOperationException {
    return loadClass(type.getName()).getConstructor().newInstance();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      byte[] file = classes.get(entry(name));
      if (loaded == null && file != null) {
        loaded = defineClass(name, file, 0, file.length);
      }
      return loaded == null ? super.loadClass(name, resolve) : loaded;
    }
  }

  /** The methods in a class file that use {@code invokedynamic}. */
  static List<String> dynamicCalls(byte[] file) {
    List<String> found = new ArrayList<>();
    new ClassReader(file)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String method, String type, String signature, String[] exceptions) {
                return new MethodVisitor(Opcodes.ASM9) {
                  @Override
                  public void visitInvokeDynamicInsn(
                      String name, String descriptor, Handle bootstrap, Object... arguments) {
                    found.add(method);
                  }
                };
              }
            },
            0);
    return found;
  }
}
