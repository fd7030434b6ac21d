/** Attaches the packaged agent to real programs in their own JVMs. */
@NullMarked
package dev.loopscope.agent.it;

import org.jspecify.annotations.NullMarked;
