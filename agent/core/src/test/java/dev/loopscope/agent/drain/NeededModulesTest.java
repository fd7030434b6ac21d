package dev.loopscope.agent.drain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.loopscope.agent.start.AgentException;
import org.junit.jupiter.api.Test;

class NeededModulesTest {

  @Test
  void wholeRuntimeHasAllThatIsNeeded() {
    assertThatCode(() -> NeededModules.check(ModuleLayer.boot())).doesNotThrowAnyException();
  }

  @Test
  void runtimeWithoutManagementIsRefusedWithWhatToAdd() {
    assertThatThrownBy(() -> NeededModules.check(ModuleLayer.empty()))
        .isInstanceOf(AgentException.class)
        .hasMessageContaining("no module jdk.management")
        .hasMessageContaining("--add-modules jdk.management");
  }
}
