/** What plugins declare. */
@NullMarked
package dev.loopscope.agent.plugin;

import org.jspecify.annotations.NullMarked;
