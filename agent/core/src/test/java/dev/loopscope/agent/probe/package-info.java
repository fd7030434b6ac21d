/** Lets the agent's tests do what the hooks do: the probe's writing side is closed to others. */
@NullMarked
package dev.loopscope.agent.probe;

import org.jspecify.annotations.NullMarked;
