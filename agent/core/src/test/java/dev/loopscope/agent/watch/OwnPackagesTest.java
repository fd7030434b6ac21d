package dev.loopscope.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.Definitions.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPackagesTest {

  private static final StackTraceElement EXECUTOR =
      Samples.jdk("java.util.concurrent.ThreadPoolExecutor", "runWorker");

  @Test
  void whileNothingIsKnownAllUnknownCodeMayBeTheUsers() {
    OwnPackages own = new OwnPackages(null);
    assertThat(own.of("com.acme.Handler", null)).isEqualTo(Origin.APPLICATION);
    assertThat(own.of("com.fasterxml.jackson.core.JsonParser", null)).isEqualTo(Origin.LIBRARY);
    assertThat(own.of("io.netty.channel.Channel", null)).isEqualTo(Origin.FRAMEWORK);
  }

  @Test
  void theMainClassesPackageIsTheUsersOnceItsCodeWasSeenOnALoop() {
    OwnPackages own = new OwnPackages("com.acme.shop.Main");
    assertThat(own.of("org.vendor.Json", null)).isEqualTo(Origin.APPLICATION);
    assertThat(own.saw(List.of(frame("com.acme.chat.Handler"), Samples.netty()), null)).isTrue();
    assertThat(own.of("org.vendor.Json", null)).isEqualTo(Origin.LIBRARY);
    assertThat(own.of("com.acme.common.Ids", null)).isEqualTo(Origin.APPLICATION);
  }

  @Test
  void aLaunchersPackageIsNeverTheUsers() {
    OwnPackages own = new OwnPackages("org.launcher.Start");
    own.saw(List.of(frame("com.acme.Handler"), Samples.netty()), null);
    assertThat(own.of("com.acme.Handler", null)).isEqualTo(Origin.APPLICATION);
  }

  @Test
  void withoutAMainClassThePackageThatFrameworksCallMostIsLearnt() {
    OwnPackages own = new OwnPackages(null);
    for (int i = 0; i < OwnPackages.FEWEST_VOTES - 1; i++) {
      assertThat(own.saw(stackOf("com.acme.Handler"), null)).isFalse();
    }
    assertThat(own.saw(List.of(), "com.acme.Handler$$Lambda$14/0x7f")).isTrue();
    assertThat(own.of("org.vendor.Json", null)).isEqualTo(Origin.LIBRARY);
    assertThat(own.of("com.acme.Handler", null)).isEqualTo(Origin.APPLICATION);
  }

  @Test
  void withoutAMajorityNothingIsLearnt() {
    OwnPackages own = new OwnPackages(null);
    for (int i = 0; i < 20; i++) {
      own.saw(stackOf(i % 2 == 0 ? "com.acme.Handler" : "org.vendor.Worker"), null);
    }
    assertThat(own.of("org.vendor.Json", null)).isEqualTo(Origin.APPLICATION);
  }

  @Test
  void theLoopOfAnUnknownFrameworkHasNoVote() {
    OwnPackages own = new OwnPackages(null);
    List<StackTraceElement> stack =
        List.of(
            frame("com.acme.Handler"),
            frame("org.unknown.Loop"),
            Samples.jdk("java.lang.Thread", "run"));
    for (int i = 0; i < 20; i++) {
      own.saw(stack, null);
    }
    assertThat(own.of("com.acme.Handler", null)).isEqualTo(Origin.APPLICATION);
  }

  @Test
  void whatTheUserSetsHoldsAgainstEverythingLearntOrListed() {
    OwnPackages own = new OwnPackages("com.acme.Main");
    own.saw(stackOf("com.acme.Main"), null);
    assertThat(own.set(List.of("io.netty.handler.mine.", "org.vendor."))).isTrue();
    assertThat(own.of("io.netty.handler.mine.Codec", null)).isEqualTo(Origin.APPLICATION);
    assertThat(own.of("org.vendor.Json", null)).isEqualTo(Origin.APPLICATION);
    assertThat(own.of("com.acme.Main", null)).isEqualTo(Origin.LIBRARY);
    assertThat(own.set(List.of("io.netty.handler.mine.", "org.vendor."))).isFalse();
    own.set(List.of());
    assertThat(own.of("com.acme.Main", null)).isEqualTo(Origin.APPLICATION);
  }

  @Test
  void codeInNoPackageIsTheUsersWhateverIsKnown() {
    OwnPackages own = new OwnPackages("com.acme.Main");
    own.saw(stackOf("com.acme.Main"), null);
    assertThat(own.of("Handler", null)).isEqualTo(Origin.APPLICATION);
    assertThat(new OwnPackages("Handler").of("org.vendor.Json", null))
        .isEqualTo(Origin.APPLICATION);
  }

  @Test
  void whoeverWatchesALibraryItselfOwnsIt() {
    OwnPackages own = new OwnPackages("org.apache.kafka.Kafka");
    own.saw(stackOf("org.apache.kafka.network.Processor"), null);
    assertThat(own.of("org.apache.kafka.network.Processor", null)).isEqualTo(Origin.APPLICATION);
    assertThat(own.of("org.apache.commons.io.Copy", null)).isEqualTo(Origin.LIBRARY);
  }

  @ParameterizedTest
  @CsvSource({
    "Main, ''",
    "app.Main, app.",
    "com.acme.Main, com.acme.",
    "com.acme.shop.cart.Main, com.acme.",
    "org.apache.kafka.Kafka, org.apache.kafka.",
    "com.github.someone.Main, com.github.someone.",
    "com.acme.Handler$$Lambda$14/0x0000, com.acme."
  })
  void aPrefixIsWhatOneOwnersCodeHasInCommon(String className, String prefix) {
    assertThat(PackagePrefix.of(className)).isEqualTo(prefix);
  }

  private static List<StackTraceElement> stackOf(String className) {
    return List.of(Samples.jdk("java.lang.Thread", "sleep"), frame(className), EXECUTOR);
  }

  private static StackTraceElement frame(String className) {
    return new StackTraceElement(className, "run", "X.java", 1);
  }
}
