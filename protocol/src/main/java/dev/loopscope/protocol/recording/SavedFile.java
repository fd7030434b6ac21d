package dev.loopscope.protocol.recording;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes chunks to a recording that appears under its name only when it is whole: a file that was
 * there before stays untouched until then.
 */
final class SavedFile {

  private SavedFile() {}

  static void write(Path target, List<SpooledChunk> chunks) throws IOException {
    Path absolute = target.toAbsolutePath();
    Path folder = absolute.getParent();
    if (Files.isDirectory(absolute) || folder == null || !Files.isDirectory(folder)) {
      throw new RecordingException(
          "%s cannot be saved: it must be a file in a folder that exists. Choose another place."
              .formatted(target));
    }
    Path part = null;
    try {
      part = Files.createTempFile(folder, absolute.getFileName() + ".", ".part");
      copy(part, chunks);
      move(part, absolute);
    } catch (IOException e) {
      throw new RecordingException(
          "%s was not saved (%s). A file that was there before is unchanged; choose another place or free some space."
              .formatted(target, e.getMessage()),
          e);
    } finally {
      if (part != null) {
        Files.deleteIfExists(part);
      }
    }
  }

  private static void copy(Path part, List<SpooledChunk> chunks) throws IOException {
    try (FileOutputStream out = new FileOutputStream(part.toFile())) {
      out.write(FileHeader.bytes());
      long offset = FileHeader.BYTES;
      List<ChunkInfo> placed = new ArrayList<>();
      for (SpooledChunk chunk : chunks) {
        out.write(chunk.read());
        placed.add(chunk.info().at(offset));
        offset += chunk.info().bytes();
      }
      out.write(Footer.bytes(placed, offset));
      out.getFD().sync();
    }
  }

  private static void move(Path part, Path target) throws IOException {
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
