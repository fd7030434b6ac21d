package dev.loopscope.agent.desugar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class ClassDesugaringTest {

  /** Gives lambdas away. */
  public static final class Lambdas implements Supplier<List<Object>> {
    @Override
    public List<Object> get() {
      String captured = toString();
      Supplier<Object> captures = () -> captured;
      return List.of(captures, (Runnable) this::get, once(), once());
    }

    private static Object once() {
      Runnable captures = () -> {};
      return captures;
    }
  }

  @ParameterizedTest
  @ValueSource(classes = {LambdaForms.class, RecordForms.class})
  void desugaredProgramDoesTheSame(Class<? extends Callable<List<String>>> type) throws Exception {
    List<String> compiled = type.getConstructor().newInstance().call();
    Object desugared = Desugared.of(type).make(type);

    assertThat(desugared.getClass()).isNotSameAs(type);
    assertThat(((Callable<?>) desugared).call()).isEqualTo(compiled);
  }

  @ParameterizedTest
  @ValueSource(classes = {LambdaForms.class, RecordForms.class, Lambdas.class})
  void nothingIsLeftToTheJvm(Class<?> type) {
    assertThat(List.of(type.getNestHost().getNestMembers()))
        .map(Desugared::bytes)
        .flatMap(Desugared::dynamicCalls)
        .isNotEmpty();
    assertThat(Desugared.of(type).files()).flatMap(Desugared::dynamicCalls).isEmpty();
  }

  @Test
  void classFileOfJava8GetsANestForItsLambdas() throws Exception {
    byte[] old = Desugared.bytes(OldLambdas.class);
    ByteBuffer.wrap(old).putShort(6, (short) Opcodes.V1_8);

    Object program = Desugared.of(Map.of(OldLambdas.class, old)).make(OldLambdas.class);

    assertThat(((Callable<?>) program).call()).isEqualTo(new OldLambdas().call());
  }

  @Test
  void lambdasAreOrdinaryClassesOfTheSameNest() throws Exception {
    Object lambdas = Desugared.of(Lambdas.class).make(Lambdas.class);

    List<?> given = (List<?>) ((Supplier<?>) lambdas).get();

    assertThat(given)
        .isNotEmpty()
        .allSatisfy(
            lambda -> {
              assertThat(lambda.getClass().isHidden()).isFalse();
              assertThat(lambda.getClass().getNestHost())
                  .isSameAs(lambdas.getClass().getNestHost());
            });
  }

  @Test
  void lambdaThatCapturesNothingIsMadeOnce() throws Exception {
    List<?> given = (List<?>) ((Supplier<?>) Desugared.of(Lambdas.class).make(Lambdas.class)).get();

    assertThat(given.get(2)).isSameAs(given.get(3));
  }

  @Test
  void classWithoutDynamicCallsIsLeftAsItIs() {
    Map<String, byte[]> plain = Map.of("Plain.class", Desugared.bytes(DesugaringException.class));

    assertThat(ClassDesugaring.ofAll(plain)).isEmpty();
  }

  @Test
  void serializableLambdaStopsTheBuild() {
    assertThatThrownBy(() -> Desugared.of(SentLambda.class))
        .isInstanceOf(DesugaringException.class)
        .hasMessageContaining("SentLambda.get")
        .hasMessageContaining("altMetafactory");
  }

  @Test
  void unknownBootstrapStopsTheBuild() {
    ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "Foreign", null, "java/lang/Object", null);
    MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "joins", "()V", null, null);
    method.visitCode();
    method.visitInvokeDynamicInsn(
        "x", "()V", new Handle(Opcodes.H_INVOKESTATIC, "some/Bootstrap", "make", "()V", false));
    method.visitInsn(Opcodes.RETURN);
    method.visitMaxs(0, 0);
    method.visitEnd();

    assertThatThrownBy(() -> ClassDesugaring.ofAll(Map.of("Foreign.class", writer.toByteArray())))
        .isInstanceOf(DesugaringException.class)
        .hasMessageContaining("Foreign.joins asks some/Bootstrap.make");
  }
}
