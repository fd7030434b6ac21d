package dev.loopscope.dashboard.ui.support;

import dev.loopscope.dashboard.alert.Alert;
import dev.loopscope.dashboard.alert.AlertKey;
import dev.loopscope.dashboard.alert.AlertKind;
import dev.loopscope.protocol.Definitions.Stack;
import dev.loopscope.protocol.LoopState.OpenRun;
import dev.loopscope.protocol.Pinned;
import dev.loopscope.protocol.RunKind;
import dev.loopscope.protocol.Stall;
import dev.loopscope.protocol.Stall.Cause;
import java.util.List;

/** The chat server of {@link Chat} with one trouble of each kind more. */
public final class Troubles {

  public static final String MIXED =
      "worker-1 was blocked 410 ms, 230 ms of it in a lock held by \"db-pool-3\" and 140 ms in"
          + " blocking I/O, called by Store.save (Store.java:88); 1,204 tasks waited, the longest"
          + " 398 ms";
  public static final String DEADLOCK =
      "worker-3 has been in a deadlock for 4 s: it waits for a lock held by \"audit-writer\"";
  public static final AlertKey MIXED_KEY = new AlertKey(AlertKind.BLOCKED, "worker", "Store.save");

  private static final long MILLI = Chat.MILLI;
  private static final long MIXED_FROM = Chat.START + 16_000 * MILLI;

  private Troubles() {}

  /** What a line of the table shows of {@code words}. */
  public static String inTheTable(String words) {
    return words.replaceAll("(\\d) (ms|s)\\b", "$1\u00a0$2");
  }

  public static ListSession session() {
    ListSession session = Chat.session(true);
    stacks(session.trace());
    mixed(session);
    deadlock(session);
    long pinned = Chat.START + 17_000 * MILLI;
    session
        .trace()
        .pinned
        .add(new Pinned(1, pinned, pinned + 120 * MILLI, "reader-7", 77, 11, 2, "native frame"));
    alert(
        session, 40, AlertKind.PINNED, 1, 17_000, 120, "A virtual thread kept its carrier 120 ms");
    alert(
        session,
        41,
        AlertKind.QUEUE,
        1,
        17_500,
        900,
        "More and more tasks wait on worker-1: 8,412");
    alert(
        session,
        42,
        AlertKind.WARNING,
        2,
        12_100,
        0,
        "Vert.x BlockedThreadChecker warned of worker-2");
    alert(session, 43, AlertKind.FAILING, 1, 3_000, 5_000, "12 tasks failed on worker-1");
    alert(
        session,
        44,
        AlertKind.LOST,
        3,
        9_000,
        2,
        "312 runs of worker-3 were lost: its ring was full");
    session.trace().changed();
    return session;
  }

  private static void alert(
      ListSession session, int id, AlertKind kind, int loop, long at, long millis, String text) {
    long from = Chat.START + at * MILLI;
    AlertKey key = new AlertKey(kind, "worker", "");
    session.alert(
        new Alert(id, kind, loop, from, from + millis * MILLI, millis * MILLI, 0, text, key));
  }

  private static void stacks(ListTrace trace) {
    String outside = ", F ChannelHandler.fireRead, F NioEventLoop.run, J Thread.run";
    put(trace, 11, "J Unsafe.park, J ReentrantLock.lock, A Store.save:88, A Chat.say:40" + outside);
    put(
        trace,
        12,
        "J SocketInputStream.read, L PgStream.receive, L PgStatement.execute, A Store.save:91,"
            + " A Chat.say:40"
            + outside);
    put(trace, 13, "J HashMap.get, A Store.index:17, A Store.save:93, A Chat.say:40" + outside);
    put(trace, 14, "J Thread.sleep, A Pool.take:7, A Writer.flush:120, J Thread.run");
    put(trace, 15, "J Object.wait, A Audit.write:33, J Thread.run");
    put(trace, 16, "J Object.wait, A Ledger.book:51, A Chat.say:41" + outside);
  }

  private static void put(ListTrace trace, int number, String text) {
    trace.stacks.put(number, new Stack(number, MadeStacks.frames(text)));
  }

  private static void mixed(ListSession session) {
    for (int i = 0; i < 5; i++) {
      long from = MIXED_FROM - (4L - i) * 2_000 * MILLI;
      OpenRun run = new OpenRun(900_010 + i, 1, 1, RunKind.TASK, from - 9 * MILLI, 0, from, 21);
      session
          .trace()
          .stalls
          .add(
              new Stall(
                  10 + i,
                  1,
                  run,
                  50 * MILLI,
                  from + 52 * MILLI,
                  from + 410 * MILLI,
                  List.of(
                      sample(from, 53, 11),
                      sample(from, 103, 11),
                      sample(from, 153, 11),
                      sample(from, 203, 11),
                      sample(from, 253, 12),
                      sample(from, 303, 12),
                      sample(from, 353, 12),
                      sample(from, 403, 13)),
                  11,
                  2,
                  List.of(
                      new Stall.Share(
                          Cause.LOCK,
                          230 * MILLI,
                          "4 of 8 samples WAITING for a lock",
                          "ReentrantLock"),
                      new Stall.Share(
                          Cause.BLOCKING_IO,
                          140 * MILLI,
                          "3 of 8 samples in SocketInputStream.read",
                          "db.example.com:5432"),
                      new Stall.Share(
                          Cause.CPU, 40 * MILLI, "one sample RUNNABLE, on a processor")),
                  List.of(
                      new Stall.Holder(
                          "java.util.concurrent.locks.ReentrantLock$NonfairSync@7a81197d",
                          77,
                          "db-pool-3",
                          0,
                          Thread.State.TIMED_WAITING,
                          14)),
                  false));
      session.alert(
          new Alert(
              10 + i,
              AlertKind.BLOCKED,
              1,
              from,
              from + 410 * MILLI,
              410 * MILLI,
              10 + i,
              MIXED,
              MIXED_KEY));
    }
  }

  private static Stall.Sample sample(long from, long millis, int stack) {
    return new Stall.Sample(from + millis * MILLI, stack, Thread.State.WAITING);
  }

  private static void deadlock(ListSession session) {
    long from = Chat.START + 15_500 * MILLI;
    session
        .trace()
        .stalls
        .add(
            new Stall(
                30,
                3,
                new OpenRun(900_030, 0, 1, RunKind.TASK, from - MILLI, 0, from, 0),
                50 * MILLI,
                from + 52 * MILLI,
                0,
                List.of(sample(from, 53, 16)),
                16,
                1,
                List.of(
                    new Stall.Share(Cause.LOCK, 4_000 * MILLI, "1 of 1 samples BLOCKED", "Ledger")),
                List.of(
                    new Stall.Holder(
                        "com.example.Ledger@51b0", 80, "audit-writer", 0, Thread.State.BLOCKED, 15),
                    new Stall.Holder(
                        "com.example.Audit@41c2", 23, "worker-3", 3, Thread.State.BLOCKED, 16)),
                true));
    session.alert(
        new Alert(
            30,
            AlertKind.DEADLOCK,
            3,
            from,
            0,
            4_000 * MILLI,
            30,
            DEADLOCK,
            new AlertKey(AlertKind.DEADLOCK, "worker", "Ledger.book")));
  }
}
