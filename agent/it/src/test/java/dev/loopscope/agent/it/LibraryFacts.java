package dev.loopscope.agent.it;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** An application that brings libraries which the agent has too, and makes classes of its own. */
final class LibraryFacts {
  private static final String OBJECT = "java/lang/Object";
  private static final String FINISHED = "loopscope.facts.finished";

  private LibraryFacts() {}

  static void tell(Facts facts) throws Exception {
    facts.add("json", json());
    facts.add("jackson", jar(ObjectMapper.class));
    facts.add("asm", jar(ClassReader.class));
    facts.add("made", runMade("Made", false));
    facts.add("alone", runMade("Alone", true));
    facts.add("odd name", runMade("Odd \ud800 name", true));
    facts.add("long name", runMade("Long".repeat(5000), true));
    facts.add("newer class", newerClass());
  }

  private static String json() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    Map<String, Object> tree = new TreeMap<>(Map.of("loops", List.of(1, 2), "name", "own"));
    String text = mapper.writeValueAsString(tree);
    return mapper.readValue(text, Map.class).equals(tree) ? text : "something else";
  }

  private static String jar(Class<?> type) {
    String location = type.getProtectionDomain().getCodeSource().getLocation().getPath();
    return location.substring(location.lastIndexOf('/') + 1);
  }

  /** Runs a class made with the application's ASM on a pool whose threads see what it sees. */
  private static String runMade(String name, boolean seesJavaOnly) throws Exception {
    byte[] bytes = taskClass(name);
    @Nullable ClassLoader parent = seesJavaOnly ? null : LibraryFacts.class.getClassLoader();
    Class<?> made = new MakingLoader(parent, bytes).loadClass(name);
    Runnable task = (Runnable) made.getConstructor().newInstance();
    System.clearProperty(FINISHED);
    ExecutorService pool =
        Executors.newFixedThreadPool(
            1,
            work -> {
              Thread thread = new Thread(work, "made-class");
              thread.setContextClassLoader(made.getClassLoader());
              return thread;
            });
    pool.submit(task).get();
    pool.execute(task);
    pool.shutdown();
    boolean ended = pool.awaitTermination(20, TimeUnit.SECONDS);
    return ended + " " + System.getProperty(FINISHED) + " " + new ClassReader(bytes).getItemCount();
  }

  /** What this old ASM says to the program's own classes, which are newer than it. */
  private static String newerClass() throws Exception {
    try (var in = LibraryFacts.class.getResourceAsStream("LibraryFacts.class")) {
      return new ClassReader(in).getClassName();
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** A Runnable whose run sets a system property. */
  private static byte[] taskClass(String name) {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    String[] interfaces = {"java/lang/Runnable"};
    writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, name, null, OBJECT, interfaces);
    MethodVisitor made = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
    made.visitCode();
    made.visitVarInsn(Opcodes.ALOAD, 0);
    made.visitMethodInsn(Opcodes.INVOKESPECIAL, OBJECT, "<init>", "()V", false);
    made.visitInsn(Opcodes.RETURN);
    made.visitMaxs(0, 0);
    made.visitEnd();
    MethodVisitor run = writer.visitMethod(Opcodes.ACC_PUBLIC, "run", "()V", null, null);
    run.visitCode();
    run.visitLdcInsn(FINISHED);
    run.visitLdcInsn("ran");
    String descriptor = "(Ljava/lang/String;Ljava/lang/String;)Ljava/lang/String;";
    run.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/System", "setProperty", descriptor, false);
    run.visitInsn(Opcodes.POP);
    run.visitInsn(Opcodes.RETURN);
    run.visitMaxs(0, 0);
    run.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  /** Delegates nothing but {@code java.*} when it has no parent. */
  private static final class MakingLoader extends ClassLoader {
    private final byte[] bytes;

    MakingLoader(@Nullable ClassLoader parent, byte[] bytes) {
      super(parent);
      this.bytes = bytes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (getParent() == null && !name.startsWith("java.") && findLoadedClass(name) == null) {
        return findClass(name);
      }
      return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("dev.loopscope")) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
