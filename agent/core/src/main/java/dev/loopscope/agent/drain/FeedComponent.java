package dev.loopscope.agent.drain;

import dev.loopscope.agent.send.ErrorLog;
import dev.loopscope.agent.send.ListeningOutlet;
import dev.loopscope.agent.send.Outlet;
import dev.loopscope.agent.send.RecordingOutlet;
import dev.loopscope.agent.send.SocketOutlet;
import dev.loopscope.agent.start.AgentContext;
import dev.loopscope.agent.start.AgentException;
import dev.loopscope.agent.start.AgentOptions;
import dev.loopscope.agent.start.AgentThreads;
import dev.loopscope.agent.start.Component;
import dev.loopscope.protocol.Bye;
import dev.loopscope.protocol.handshake.Token;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The part of a session that tells what happens: opens the way out and starts the feed. Its methods
 * are called one after the other, by the threads of a session.
 */
public final class FeedComponent implements Component {

  /** How long the target's exit may wait for the last frames. */
  private static final long EXIT_MILLIS = 500;

  private static final long DETACH_MILLIS = 3_000;

  private final AgentContext context;
  private final ErrorLog errors = new ErrorLog();
  private @Nullable Feed feed;
  private boolean started;
  private @Nullable Thread exitHook;

  public FeedComponent(AgentContext context) {
    this.context = context;
  }

  @Override
  public void open() {
    NeededModules.check(ModuleLayer.boot());
    openSafepointBean();
    Outlet outlet;
    try {
      outlet = open(context.options().destination());
    } catch (IOException e) {
      throw new AgentException(
          e.getMessage() == null ? "The way out failed: " + e : e.getMessage(), e);
    }
    feed = makeFeed(outlet);
  }

  /** Nobody else closes the outlet of a feed that is not made. */
  private Feed makeFeed(Outlet outlet) {
    try {
      return new Feed(plan(outlet));
    } catch (RuntimeException | Error e) {
      outlet.close();
      throw e;
    }
  }

  @Override
  public void start() {
    Feed made = Objects.requireNonNull(feed, "open() comes first");
    Thread hook = AgentThreads.daemon("exit", () -> exit(made));
    Runtime.getRuntime().addShutdownHook(hook);
    exitHook = hook;
    made.start();
    started = true;
  }

  private Feed.Plan plan(Outlet outlet) {
    AgentOptions options = context.options();
    LoopNamer namer = new LoopNamer(context.owners(), context::versionOfClass);
    CoverageReport coverage = new CoverageReport(context, namer);
    return new Feed.Plan(
        outlet,
        context::version,
        context::attachedNanos,
        context.settings(),
        List.copyOf(options.plugins()),
        coverage::now,
        coverage::ofLoop,
        namer,
        context.sources(),
        options.durationNanos(),
        AgentThreads::daemon,
        context::findIdleLoops,
        context::watching,
        context::detach,
        this::outletGone,
        errors);
  }

  private Outlet open(AgentOptions.Destination destination) throws IOException {
    if (destination instanceof AgentOptions.Connect connect) {
      return SocketOutlet.connect(
          new InetSocketAddress(connect.host(), connect.port()), Token.of(connect.token()), errors);
    }
    if (destination instanceof AgentOptions.Listen listen) {
      return new ListeningOutlet(listen.port(), Token.of(listen.token()), errors);
    }
    return RecordingOutlet.create(((AgentOptions.Recording) destination).file(), errors);
  }

  /** A dashboard that leaves needs no word; somebody who waits for a file does. */
  private void outletGone(String reason) {
    if (context.options().destination() instanceof AgentOptions.Recording) {
      System.err.println("loopscope: " + reason);
    }
  }

  private static void exit(Feed feed) {
    feed.end(Bye.Reason.TARGET_EXIT, "the program exits");
    feed.awaitEnd(EXIT_MILLIS);
  }

  /** Lets the watcher read the JVM's own safepoint statistics; without them it guesses. */
  private void openSafepointBean() {
    try {
      context
          .instrumentation()
          .redefineModule(
              ManagementFactory.class.getModule(),
              Set.of(),
              Map.of("sun.management", Set.of(FeedComponent.class.getModule())),
              Map.of(),
              Set.of(),
              Map.of());
    } catch (RuntimeException e) {
      errors.count("opening the safepoint statistics", e);
    }
  }

  @Override
  public void close() {
    if (exitHook != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(exitHook);
      } catch (IllegalStateException e) {
        exitHook = null; // the target is exiting: the hook is at work
      }
    }
    if (feed != null && !started) {
      feed.discard();
    } else if (feed != null) {
      feed.hooksAreOff();
      if (!feed.awaitEnd(DETACH_MILLIS)) {
        errors.count("The agent's threads did not end in time");
      }
    }
  }
}
