package dev.loopscope.dashboard.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the jar's manifest. */
final class BuildVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version = BuildVersion.class.getPackage().getImplementationVersion();
    return new String[] {
      "Loopscope " + (version == null ? "(development build)" : version),
      "Java " + System.getProperty("java.version")
    };
  }
}
