/** Weaving of classes made for it. */
@NullMarked
package dev.loopscope.agent.instrument;

import org.jspecify.annotations.NullMarked;
