/** JMH benchmarks and whole-program comparisons of the agent's cost. */
@NullMarked
package dev.loopscope.agent.bench;

import org.jspecify.annotations.NullMarked;
