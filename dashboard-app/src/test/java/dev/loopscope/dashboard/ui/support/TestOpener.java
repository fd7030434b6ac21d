package dev.loopscope.dashboard.ui.support;

import dev.loopscope.dashboard.session.Extras;
import dev.loopscope.dashboard.session.Session;
import dev.loopscope.dashboard.session.SessionOpener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Opens what the test put in, fails, or waits for ever. */
public final class TestOpener implements SessionOpener {

  public volatile @Nullable Session next;
  public volatile @Nullable IOException failure;
  public volatile boolean waits;
  public final CountDownLatch interrupted = new CountDownLatch(1);

  private Session answer() throws IOException, InterruptedException {
    if (waits) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
    }
    IOException problem = failure;
    if (problem != null) {
      throw problem;
    }
    Session session = next;
    if (session == null) {
      throw new IOException("The test has put in no session.");
    }
    return session;
  }

  @Override
  public Session attach(long pid, Extras extras) throws IOException, InterruptedException {
    return answer();
  }

  @Override
  public Session connect(String host, int port, String token)
      throws IOException, InterruptedException {
    return answer();
  }

  @Override
  public Session open(Path file) throws IOException, InterruptedException {
    return answer();
  }

  @Override
  public Session demo() throws IOException, InterruptedException {
    return answer();
  }
}
