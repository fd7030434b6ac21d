package dev.loopscope.protocol.codec;

import dev.loopscope.protocol.Clock;
import dev.loopscope.protocol.Hello;
import dev.loopscope.protocol.Limits;
import dev.loopscope.protocol.ProcessInfo;
import dev.loopscope.protocol.Settings;
import dev.loopscope.protocol.Version;
import java.io.IOException;
import java.util.List;

/** The version stands first, so that a newer major is refused before anything is misread. */
final class HelloCodec implements FrameCodec<Hello> {

  private static final ProcessInfo NO_PROCESS = new ProcessInfo(0, "", "", "", "", 0, 0);

  @Override
  public String tag() {
    return "hello";
  }

  @Override
  public Class<Hello> frameClass() {
    return Hello.class;
  }

  @Override
  public void write(Hello frame, FieldWriter out) throws IOException {
    out.number("major", frame.version().major());
    out.number("minor", frame.version().minor());
    out.text("agent", frame.agentVersion());
    out.object("process", frame.process(), HelloCodec::writeProcess);
    out.object("clock", frame.clock(), HelloCodec::writeClock);
    out.number("attached", frame.attachedNanos());
    out.object("settings", frame.settings(), SettingsFields::write);
    out.texts("plugins", frame.plugins(), Limits.MAX_KINDS);
  }

  @Override
  public Hello read(FieldReader in) throws IOException {
    int major = 0;
    int minor = 0;
    String agent = "";
    ProcessInfo process = NO_PROCESS;
    Clock clock = new Clock(0, 0);
    long attached = 0;
    Settings settings = Settings.DEFAULT;
    List<String> plugins = List.of();
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "major" -> {
          major = in.integer();
          requireReadable(new Version(major, 0));
        }
        case "minor" -> minor = in.index();
        case "agent" -> agent = in.text();
        case "process" -> process = in.object(HelloCodec::readProcess);
        case "clock" -> clock = in.object(HelloCodec::readClock);
        case "attached" -> attached = in.number();
        case "settings" -> settings = in.object(SettingsFields::read);
        case "plugins" -> plugins = in.texts(Limits.MAX_KINDS);
        default -> in.skip();
      }
    }
    Version version = new Version(major, minor);
    requireReadable(version);
    return new Hello(version, agent, process, clock, attached, settings, plugins);
  }

  private static void requireReadable(Version version) throws ProtocolException {
    if (!version.isReadable()) {
      throw new ProtocolException(
          version.major() > Version.CURRENT.major()
              ? "The data were written by a newer Loopscope (protocol %d, this one reads up to %d): update this one to read them."
                  .formatted(version.major(), Version.CURRENT.major())
              : "The data are damaged: they do not say which version of the protocol they follow.");
    }
  }

  private static void writeProcess(ProcessInfo process, FieldWriter out) throws IOException {
    out.number("pid", process.pid());
    out.text("name", process.name());
    out.text("java", process.javaVersion());
    out.text("vm", process.javaVm());
    out.text("os", process.os());
    out.number("cpus", process.cpus());
    out.number("started", process.startedEpochMillis());
  }

  private static ProcessInfo readProcess(FieldReader in) throws IOException {
    long pid = 0;
    String name = "";
    String java = "";
    String vm = "";
    String os = "";
    int cpus = 0;
    long started = 0;
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "pid" -> pid = in.number();
        case "name" -> name = in.text();
        case "java" -> java = in.text();
        case "vm" -> vm = in.text();
        case "os" -> os = in.text();
        case "cpus" -> cpus = in.index();
        case "started" -> started = in.number();
        default -> in.skip();
      }
    }
    return new ProcessInfo(pid, name, java, vm, os, cpus, started);
  }

  private static void writeClock(Clock clock, FieldWriter out) throws IOException {
    out.number("nano", clock.nanoTime());
    out.number("epoch", clock.epochNanos());
  }

  private static Clock readClock(FieldReader in) throws IOException {
    long nano = 0;
    long epoch = 0;
    for (String key = in.nextKey(); key != null; key = in.nextKey()) {
      switch (key) {
        case "nano" -> nano = in.number();
        case "epoch" -> epoch = in.number();
        default -> in.skip();
      }
    }
    return new Clock(nano, epoch);
  }
}
