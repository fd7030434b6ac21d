package dev.loopscope.agent.desugar;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Alone in its nest, with lambdas whose methods are private: can be read as of Java 8 too. */
public final class OldLambdas implements Callable<List<String>> {
  private final String word = "word";

  private String word() {
    return word;
  }

  @Override
  public List<String> call() {
    Supplier<String> bound = this::word;
    Supplier<String> instance = () -> word() + "!";
    Supplier<String> nothing = () -> "nothing";
    return List.of(bound.get(), instance.get(), nothing.get());
  }
}
