package dev.loopscope.agent.scenario.act;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.Pipe;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The loop does blocking calls on files, pipes and processes. */
public final class Files {

  private Files() {}

  /** Opens a named pipe that nobody writes to yet. */
  public static final class NamedPipe extends BlockingAct {
    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Path directory;

    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Path pipe;

    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Partner writer;

    @Override
    public void prepare(Block block) throws Exception {
      directory = java.nio.file.Files.createTempDirectory("scenario");
      pipe = directory.resolve("pipe");
      Process made = new ProcessBuilder("mkfifo", pipe.toString()).start();
      if (made.waitFor() != 0) {
        throw new IOException("mkfifo could not make " + pipe);
      }
      writer =
          Partner.start(
              "writer",
              self -> {
                block.outlast();
                java.nio.file.Files.write(pipe, new byte[] {1});
              });
    }

    @Override
    void block(Block block) throws IOException {
      block.nextLine();
      try (InputStream in = new FileInputStream(pipe.toFile())) {
        int unused = in.read();
      }
    }

    @Override
    public void tidy() throws Exception {
      writer.finish();
      java.nio.file.Files.delete(pipe);
      java.nio.file.Files.delete(directory);
    }
  }

  /** Reads from a pipe within the process. */
  public static final class InnerPipe extends BlockingAct {
    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Pipe pipe;

    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Partner writer;

    @Override
    public void prepare(Block block) throws IOException {
      pipe = Pipe.open();
      writer =
          Partner.start(
              "writer",
              self -> {
                block.outlast();
                pipe.sink().write(ByteBuffer.allocate(1));
              });
    }

    @Override
    void block(Block block) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(1);
      block.nextLine();
      pipe.source().read(buffer);
    }

    @Override
    public void tidy() throws Exception {
      writer.finish();
      pipe.sink().close();
      pipe.source().close();
    }
  }

  /** Writes and waits until the disk has it, again and again. */
  public static final class Force extends BlockingAct {
    private static final int BYTES = 1 << 16;

    @SuppressWarnings("NullAway.Init") // an act is prepared before it is performed
    private Path file;

    @Override
    public void prepare(Block block) throws IOException {
      file = java.nio.file.Files.createTempFile("scenario", ".log");
    }

    @Override
    void block(Block block) throws IOException {
      ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES);
      block.inMethod();
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        long until = block.untilNanos();
        while (System.nanoTime() < until) {
          bytes.clear();
          channel.write(bytes);
          channel.force(true);
        }
      }
    }

    @Override
    public void tidy() throws IOException {
      java.nio.file.Files.delete(file);
    }
  }

  /** Waits until another process ends. */
  public static final class ProcessEnd extends BlockingAct {
    @Override
    void block(Block block) throws Exception {
      Process process = sleeping(block);
      block.nextLine();
      process.waitFor();
    }
  }

  /** Reads what another process does not write. */
  public static final class ProcessOutput extends BlockingAct {
    @Override
    void block(Block block) throws IOException {
      InputStream output = sleeping(block).getInputStream();
      block.nextLine();
      int unused = output.read();
    }
  }

  private static Process sleeping(Block block) throws IOException {
    return new ProcessBuilder("sleep", String.valueOf(block.plannedMillis() / 1e3)).start();
  }
}
