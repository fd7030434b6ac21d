package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * What a session leaves of its weaving.
 *
 * <p>All woven code says at its begin that it was reached, whether anybody watches or not. After
 * detach, while the program works on, none must: that shows, on every JDK, that the classes that
 * work have their own code again.
 *
 * <p>On 17 the code of some classes is looked at too: before a session, in it and after it. To look
 * at a class the JVM makes it anew from its first bytes and all that still weaves it, so this shows
 * that they were woven, and that nothing would weave them again; not that they were given back.
 * Instructions are compared, with the names that they use, because constants are numbered anew.
 */
final class WovenCode {
  private static final int SHOWS_WOVEN_CODE = 17;
  private static final String NONE_REACHED = "reached=0";

  private final TargetJvm target;
  private final @Nullable Path capture;
  private final Path directory;
  private final List<String> classes;
  private final Map<String, String> before;

  private WovenCode(TargetJvm target, @Nullable Path capture, Path directory, List<String> classes)
      throws Exception {
    this.target = target;
    this.capture = capture;
    this.directory = directory;
    this.classes = classes;
    before = code();
  }

  /**
   * Remembers the code before the agent is there.
   *
   * @param feature the JDK of the program
   * @param directory for the jar of another agent, which looks at the classes, and for their files
   */
  static WovenCode of(TargetJvm target, int feature, Path directory, List<String> classes)
      throws Exception {
    Path capture = feature == SHOWS_WOVEN_CODE ? CaptureAgent.jar(directory) : null;
    return new WovenCode(target, capture, directory, classes);
  }

  private Map<String, String> code() throws Exception {
    Map<String, String> code = new TreeMap<>();
    if (capture == null) {
      return code;
    }
    target.load(capture, "");
    assertThat(target.ask("code " + directory + " " + String.join(" ", classes)))
        .isEqualTo("saved=" + classes.size());
    for (String name : classes) {
      Path file = directory.resolve(name + ".class");
      code.put(name, digest(file));
      Files.delete(file);
    }
    return code;
  }

  /** A digest of names, fields and instructions, whose constants are numbered anew, as used. */
  private static String digest(Path file) throws Exception {
    ClassWriter again = new ClassWriter(0);
    ClassVisitor instructions =
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public void visit(
              int version,
              int access,
              String name,
              @Nullable String signature,
              @Nullable String superName,
              String @Nullable [] interfaces) {
            again.visit(version, access, name, null, superName, interfaces);
          }

          @Override
          public @Nullable FieldVisitor visitField(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              @Nullable Object value) {
            again.visitField(access, name, descriptor, null, value).visitEnd();
            return null;
          }

          @Override
          public MethodVisitor visitMethod(
              int access,
              String name,
              String descriptor,
              @Nullable String signature,
              String @Nullable [] exceptions) {
            return new CodeAlone(again.visitMethod(access, name, descriptor, null, exceptions));
          }
        };
    new ClassReader(Files.readAllBytes(file))
        .accept(instructions, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(again.toByteArray());
    return HexFormat.of().formatHex(digest);
  }

  /** Without annotations, of which a class that was made anew may lack some. */
  private static final class CodeAlone extends MethodVisitor {
    CodeAlone(MethodVisitor code) {
      super(Opcodes.ASM9, code);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return null;
    }

    @Override
    public @Nullable AnnotationVisitor visitParameterAnnotation(
        int parameter, String descriptor, boolean visible) {
      return null;
    }

    @Override
    public void visitAnnotableParameterCount(int count, boolean visible) {
      // goes with the annotations
    }
  }

  /** While the agent is there: every one of the classes is woven. */
  void assertWoven() throws Exception {
    code().forEach((name, code) -> assertThat(code).as(name).isNotEqualTo(before.get(name)));
  }

  /**
   * After detach: while the program does again what it did in the session, no woven code is run any
   * more, and the classes are as they were.
   *
   * @param work the command that has the program work
   * @return what the program answers
   */
  String assertAsBefore(String work) throws Exception {
    assertThat(target.ask("reached")).as("points in the session").isNotEqualTo(NONE_REACHED);
    target.ask("forget");
    String answer = target.ask(work);
    assertThat(target.ask("reached")).as("points after detach").isEqualTo(NONE_REACHED);
    // last, because to look at a class makes it anew
    assertThat(code()).isEqualTo(before);
    return answer;
  }
}
