/**
 * The chat server and the sleepers in this process, the clients in a child process.
 *
 * <p>The main thread starts and stops everything; the sleepers are submitted by a plain thread of
 * their own. The child ends when this process does, however it ends. Uses the other samples.
 */
@NullMarked
package dev.loopscope.samples.demo;

import org.jspecify.annotations.NullMarked;
