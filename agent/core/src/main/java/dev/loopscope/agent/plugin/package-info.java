/**
 * What a plugin is and which there are. A plugin only declares: it owns no thread and no state.
 * Allowed: dev.loopscope.agent.instrument and the probe's names.
 */
@NullMarked
package dev.loopscope.agent.plugin;

import org.jspecify.annotations.NullMarked;
