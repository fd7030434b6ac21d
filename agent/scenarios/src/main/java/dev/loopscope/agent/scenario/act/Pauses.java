package dev.loopscope.agent.scenario.act;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Another thread makes the JVM stand still while the loop does nothing wrong. */
public final class Pauses {

  private Pauses() {}

  /** Something that another thread does until the loop's time is over. */
  private abstract static class Disturbed extends Bystander {
    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Partner disturber;

    /** Called by the other thread when the loop is at work. */
    abstract void disturb(Block block) throws Exception;

    @Override
    public void prepare(Block block) throws Exception {
      disturber =
          Partner.start(
              "disturber",
              self -> {
                block.outlast(0.2);
                block.disturb();
                while (!block.hasEnded()) { // again, when it hit the loop between two runs
                  disturb(block);
                }
                block.disturbed();
              });
    }

    @Override
    public void tidy() throws Exception {
      disturber.finish();
    }
  }

  /** {@code System.gc()} with much that is alive. */
  public static final class ExplicitCollection extends Disturbed {
    Ballast.@Nullable Node live;

    @Override
    public void prepare(Block block) throws Exception {
      live = Ballast.chain();
      super.prepare(block);
    }

    @Override
    void disturb(Block block) {
      System.gc();
    }
  }

  /** Much is made, lives for a while, and is dropped for more. */
  public static final class AllocationStorm extends Disturbed {
    Ballast.@Nullable Node live;

    @Override
    void disturb(Block block) {
      while (!block.hasEnded()) {
        live = Ballast.chain();
      }
    }
  }

  /** The heap is written to a file. */
  public static final class HeapDump extends Disturbed {
    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Path directory;

    Ballast.@Nullable Node live;

    @Override
    public void prepare(Block block) throws Exception {
      live = Ballast.chain();
      directory = java.nio.file.Files.createTempDirectory("scenario");
      super.prepare(block);
    }

    @Override
    void disturb(Block block) throws IOException {
      HotSpotDiagnosticMXBean bean =
          ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
      java.nio.file.Files.deleteIfExists(dump());
      bean.dumpHeap(dump().toString(), false);
    }

    private Path dump() {
      return directory.resolve("heap.hprof");
    }

    @Override
    public void tidy() throws Exception {
      super.tidy();
      java.nio.file.Files.delete(dump());
      java.nio.file.Files.delete(directory);
    }
  }
}
