/** What agent and dashboard agree on: the frames. Immutable values, free for any thread. */
package dev.loopscope.protocol;
