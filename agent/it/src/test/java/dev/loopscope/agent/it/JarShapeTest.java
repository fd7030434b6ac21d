package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The shipped agent jar holds what it may, and nothing that could meet the application's own. */
class JarShapeTest {

  private static List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(TargetJvm.AGENT.toFile())) {
      return jar.stream().filter(e -> !e.isDirectory()).map(ZipEntry::getName).toList();
    }
  }

  @Test
  void everyEntryIsOursOrTheProbeOrMetadata() throws IOException {
    assertThat(entries())
        .allMatch(
            name ->
                name.startsWith("dev/loopscope/agent/")
                    || name.startsWith("java/lang/Loopscope")
                    || name.startsWith("META-INF/"));
  }

  @Test
  void probeIsThereOnlyUnderItsName() throws IOException {
    assertThat(entries())
        .contains("java/lang/LoopscopeProbe.class", "java/lang/LoopscopeTasks.class")
        .noneMatch(name -> name.startsWith("dev/loopscope/agent/probe/"));
  }

  @Test
  void classesAreStoredAsTheyAreBecauseUnpackingThemTakesTheWatchedProcessTime()
      throws IOException {
    try (JarFile jar = new JarFile(TargetJvm.AGENT.toFile())) {
      assertThat(jar.stream().filter(e -> e.getName().endsWith(".class")))
          .isNotEmpty()
          .allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
    }
  }

  @Test
  void noClassHasTheJvmSpinOthersByInvokeDynamic() throws IOException {
    List<String> dynamic = new ArrayList<>();
    try (JarFile jar = new JarFile(TargetJvm.AGENT.toFile())) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        if (entry.getName().endsWith(".class")) {
          try (InputStream in = jar.getInputStream(entry)) {
            new ClassReader(in).accept(dynamicCalls(dynamic, entry.getName()), 0);
          }
        }
      }
    }
    assertThat(dynamic).isEmpty();
  }

  private static ClassVisitor dynamicCalls(List<String> found, String entry) {
    return new ClassVisitor(Opcodes.ASM9) {
      @Override
      public MethodVisitor visitMethod(
          int access, String method, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
          @Override
          public void visitInvokeDynamicInsn(
              String name, String type, Handle bootstrap, Object... arguments) {
            found.add(entry + " " + method);
          }
        };
      }
    };
  }

  @Test
  void noServiceOfOursIsOfferedToTheApplication() throws IOException {
    assertThat(entries()).noneMatch(name -> name.startsWith("META-INF/services/"));
  }

  @Test
  void manifestNamesTheAgent() throws IOException {
    try (JarFile jar = new JarFile(TargetJvm.AGENT.toFile())) {
      Attributes attributes = jar.getManifest().getMainAttributes();
      assertThat(attributes.getValue("Agent-Class"))
          .isEqualTo("dev.loopscope.agent.start.AgentMain");
      assertThat(attributes.getValue("Premain-Class"))
          .isEqualTo(attributes.getValue("Agent-Class"));
      assertThat(attributes.getValue("Can-Retransform-Classes")).isEqualTo("true");
    }
  }
}
