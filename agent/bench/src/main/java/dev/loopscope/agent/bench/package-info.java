/**
 * What the agent costs the programs it watches: JMH benchmarks and whole-program comparisons.
 *
 * <p>Every class with a {@code main} is one measurement of {@code docs/performance.md}; it starts
 * the JVMs it needs, prints a few lines to be copied there and ends what it started. Uses the
 * packed agent as it is shipped, and the protocol to read what it sends.
 */
@NullMarked
package dev.loopscope.agent.bench;

import org.jspecify.annotations.NullMarked;
