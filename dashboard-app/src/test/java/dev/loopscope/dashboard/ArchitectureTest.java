package dev.loopscope.dashboard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which room may use which: what docs say of the modules, held by the build. */
class ArchitectureTest {

  private static final String DASHBOARD = "dev.loopscope.dashboard..";
  private static final String AGENT = "dev.loopscope.agent..";
  private static final String PROTOCOL = "dev.loopscope.protocol..";
  private static final String UI = "dev.loopscope.dashboard.ui..";
  private static final String[] JAVAFX = {"javafx..", "com.sun.javafx..", "com.sun.glass.."};

  private static JavaClasses shipped;

  @BeforeAll
  static void importShippedClasses() {
    shipped =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.loopscope.dashboard", "dev.loopscope.protocol");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"session", "store", "analysis", "alert", "words", "attach", "demo", "cli"})
  void roomBehindTheWindowKnowsNoToolkit(String room) {
    noClasses()
        .that()
        .resideInAPackage("dev.loopscope.dashboard." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(JAVAFX)
        .allowEmptyShould(true)
        .check(shipped);
  }

  @ParameterizedTest
  @ValueSource(strings = {"session", "store", "analysis", "alert", "words", "attach", "demo"})
  void roomBehindTheWindowKnowsNoView(String room) {
    noClasses()
        .that()
        .resideInAPackage("dev.loopscope.dashboard." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(UI)
        .allowEmptyShould(true)
        .check(shipped);
  }

  @Test
  void storeKnowsOnlyTheProtocol() {
    noClasses()
        .that()
        .resideInAPackage("dev.loopscope.dashboard.store..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "dev.loopscope.dashboard.store..", PROTOCOL, "java..", "org.jspecify..")
        .check(shipped);
  }

  @Test
  void protocolKnowsNeitherSide() {
    noClasses()
        .that()
        .resideInAPackage(PROTOCOL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(DASHBOARD, AGENT)
        .check(shipped);
  }

  @Test
  void onlyTheCodecKnowsJackson() {
    noClasses()
        .that()
        .resideInAPackage(PROTOCOL)
        .and()
        .resideOutsideOfPackage("dev.loopscope.protocol.codec..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.fasterxml.jackson..")
        .check(shipped);
  }

  @Test
  void dashboardSpeaksToTheAgentOnlyThroughTheProtocol() {
    noClasses()
        .that()
        .resideInAPackage(DASHBOARD)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(AGENT)
        .check(shipped);
  }

  @Test
  void featuresOfTheWindowDoNotCycle() {
    slices().matching("dev.loopscope.dashboard.ui.(*)..").should().beFreeOfCycles().check(shipped);
  }

  @Test
  void roomsBehindTheWindowDoNotCycle() {
    slices()
        .matching("dev.loopscope.dashboard.(**)")
        .should()
        .beFreeOfCycles()
        .check(shipped.that(DescribedPredicate.not(resideInAPackage(UI))));
  }

  @Test
  void toolkitRuleSeesTheToolkitWhereItIsUsed() {
    ArchRule rule =
        noClasses()
            .that()
            .resideInAPackage(UI)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(JAVAFX);

    assertThat(rule.evaluate(shipped).hasViolation()).isTrue();
  }
}
