package dev.loopscope.agent.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.loopscope.protocol.LoopFacts;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many channels a loop serves, and which handler takes its time. */
class ChannelsTest {

  @ParameterizedTest(name = "Netty {1} {2} on JDK {0}")
  @CsvSource({"17, 4.1, nio", "17, 4.1, epoll", "17, 4.2, epoll", "25, 4.2, nio"})
  void channelsAreCountedAndTheSlowHandlerIsTheBusiest(int feature, String line, String transport)
      throws Exception {
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target = start(feature, line, transport)) {
      target.loadAgent(dashboard.option() + ",detail=channels");

      LoopFacts facts =
          (LoopFacts) dashboard.await(LoopFacts.class, told -> told.hottest().size() > 1).frame();

      assertThat(facts.channels()).isEqualTo(ChannelsProgram.CHANNELS);
      assertThat(facts.hottest().get(0).name()).isEqualTo(ChannelsProgram.Slow.class.getName());
      assertThat(facts.hottest().get(0).busyNanos()).isBetween(1L, facts.overNanos());
      assertThat(facts.hottest())
          .anyMatch(hot -> hot.name().equals(ChannelsProgram.Quick.class.getName()));
      assertThat(facts.samples()).isPositive();
      assertThat(target.ask("loops")).endsWith("errors=0");
    }
  }

  @ParameterizedTest(name = "Netty 4.1 {0}")
  @CsvSource({"nio", "epoll"})
  void unlessAskedForNobodysTurnIsTimed(String transport) throws Exception {
    try (FakeDashboard dashboard = new FakeDashboard();
        TargetJvm target = start(17, "4.1", transport)) {
      target.loadAgent(dashboard.option());

      dashboard.await(LoopFacts.class, told -> told.channels() == ChannelsProgram.CHANNELS);

      assertThat(dashboard.all(LoopFacts.class)).allMatch(told -> told.hottest().isEmpty());
    }
  }

  private static TargetJvm start(int feature, String line, String transport) throws Exception {
    return TargetJvm.start(
        CountsTest.jdk(feature),
        TargetJvm.netty(line),
        List.of(),
        ChannelsProgram.class,
        transport);
  }
}
