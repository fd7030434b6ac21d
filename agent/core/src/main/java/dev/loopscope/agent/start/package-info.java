/** How the agent begins and ends inside the watched process. */
@NullMarked
package dev.loopscope.agent.start;

import org.jspecify.annotations.NullMarked;
