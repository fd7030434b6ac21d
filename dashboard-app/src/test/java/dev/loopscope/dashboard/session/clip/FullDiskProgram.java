package dev.loopscope.dashboard.session.clip;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.dashboard.plain.Frames;
import dev.loopscope.protocol.recording.Spool;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Fills the disk below the folder of its first argument, keeps a clip there, makes room, keeps
 * another, and prints what came of each. For a small disk of its own.
 */
final class FullDiskProgram {

  private FullDiskProgram() {}

  public static void main(String[] arguments) throws IOException {
    Path disk = Path.of(arguments[0]);
    Path clips = disk.resolve("clips");
    Path filler = disk.resolve("filler");
    Files.createDirectories(clips);
    fill(filler);
    try (Spool spool = new Spool()) {
      spool.write(Frames.hello());
      spool.write(Frames.names());
      spool.write(Frames.waiting(900));
      keep(spool, clips, 1);
      spool.write(Frames.waiting(1900));
      Files.delete(filler);
      keep(spool, clips, 2);
    }
  }

  private static void fill(Path filler) throws IOException {
    byte[] page = new byte[4096];
    try (OutputStream out = Files.newOutputStream(filler)) {
      // a disk that is not small is none that this program was meant for
      for (int i = 0; i < 4096; i++) {
        out.write(page);
      }
    } catch (IOException e) {
      System.out.println("full: " + e.getMessage());
      return;
    }
    throw new IOException(filler + " is on a disk that 16 MB do not fill");
  }

  private static void keep(Spool spool, Path folder, long id) throws IOException {
    Alert alert =
        new Alert(
            id,
            AlertKind.BLOCKED,
            Frames.LOOP,
            0,
            900 * Frames.MS,
            1,
            0,
            "blocked",
            new AlertKey(AlertKind.BLOCKED, "worker", ""));
    ClipWriter writer =
        new ClipWriter(spool::saveTo, new ClipFolder(folder), "disk", nanos -> Instant.EPOCH);
    writer.keep(alert, 0, 2000 * Frames.MS);
    writer.close();
    System.out.println(id + " problem: " + writer.problem());
    System.out.println(id + " clips: " + writer.all().size() + ", files: " + files(folder));
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
