/**
 * What a plugin is and which there are. A plugin only declares: it owns no thread and no state; its
 * sources belong to the drain thread. Allowed: dev.loopscope.agent.instrument, the frames of the
 * protocol and the sink that takes them, and the probe's names.
 */
@NullMarked
package dev.loopscope.agent.plugin;

import org.jspecify.annotations.NullMarked;
