package dev.loopscope.samples.sleepers;

import dev.loopscope.samples.journal.Journal;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;

/**
 * What all sleepers of a program share.
 *
 * @param loop the one event loop they run on
 * @param nap how long each sleeps
 */
record Bedroom(EventExecutor loop, Duration nap, Journal journal) {}
