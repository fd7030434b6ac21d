package dev.loopscope.dashboard.attach;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaHomesTest {

  @ParameterizedTest
  @CsvSource({"17.0.15,17", "1.8.0_402,8", "25,25", "26-ea,26", "'',0", "mystery,0"})
  void featureReleaseIsReadFromEveryShapeOfVersion(String version, int feature) {
    assertThat(JavaHomes.feature(version)).isEqualTo(feature);
  }

  @Test
  void ownVersionIsReadFromTheReleaseFile() {
    assertThat(new JavaHomes().versionOf(ProcessHandle.current()))
        .isEqualTo(System.getProperty("java.version"));
  }
}
