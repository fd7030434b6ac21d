/** JMH benchmarks and whole-program comparisons of the agent's cost. */
package dev.loopscope.agent.bench;
