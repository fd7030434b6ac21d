/**
 * What lives inside the watched process, as classes of {@code java.lang}: hooks that woven code
 * calls, one ring of finished runs per loop, and the slot that shows the run in progress.
 *
 * <p>Why {@code java.lang}: every class loader can see it, so woven code links anywhere. The build
 * renames these classes, which is why each name starts with {@code Loopscope}; tests run them under
 * the names they have here.
 *
 * <p>Owning thread: each loop's own thread writes its {@link LoopscopeLoop}; one drain thread of
 * the agent consumes the rings; the watcher only reads. Static state is allowed here and nowhere
 * else, because woven code has no instance to ask. Allowed dependencies: java.base.
 */
@NullMarked
package dev.loopscope.agent.probe;

import org.jspecify.annotations.NullMarked;
