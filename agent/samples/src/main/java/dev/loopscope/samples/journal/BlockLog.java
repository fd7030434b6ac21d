package dev.loopscope.samples.journal;

/** Keeps account of every call that blocks an event loop on purpose. Any thread. */
public final class BlockLog {
  private final Journal journal;

  public BlockLog(Journal journal) {
    this.journal = journal;
  }

  /** A block that is about to begin on the calling thread. */
  public Block next() {
    return new Block(journal);
  }
}
