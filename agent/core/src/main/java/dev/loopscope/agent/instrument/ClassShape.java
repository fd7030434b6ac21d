package dev.loopscope.agent.instrument;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** The fields a class declares, so that no hook call is woven that could not link. */
final class ClassShape extends ClassVisitor {
  private final Set<String> fields = new HashSet<>();

  private ClassShape() {
    super(Opcodes.ASM9);
  }

  static ClassShape of(ClassReader reader) {
    ClassShape shape = new ClassShape();
    reader.accept(shape, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    return shape;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    if ((access & Opcodes.ACC_STATIC) == 0) {
      fields.add(name + ' ' + descriptor);
    }
    return null;
  }

  /** Whether every field that the hook calls read is there. */
  boolean has(Point point, Shading shading) {
    return has(point.enters(), shading)
        && has(point.returns(), shading)
        && has(point.throwing(), shading);
  }

  private boolean has(List<HookCall> calls, Shading shading) {
    for (HookCall call : calls) {
      for (Argument argument : call.arguments()) {
        if (argument instanceof Argument.Field field
            && !fields.contains(field.name() + ' ' + shading.descriptor(field.descriptor()))) {
          return false;
        }
      }
    }
    return true;
  }
}
