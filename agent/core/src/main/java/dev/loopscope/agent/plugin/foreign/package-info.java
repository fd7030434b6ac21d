/**
 * Names event loops of frameworks that no plug-in watches, so that the user is told where one is in
 * the process. No thread, no state; allowed: the plug-in's declarations.
 */
@NullMarked
package dev.loopscope.agent.plugin.foreign;

import org.jspecify.annotations.NullMarked;
