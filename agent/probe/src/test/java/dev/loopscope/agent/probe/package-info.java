/** Tests of the probe under its own names; each starts a session of its own. */
@NullMarked
package dev.loopscope.agent.probe;

import org.jspecify.annotations.NullMarked;
