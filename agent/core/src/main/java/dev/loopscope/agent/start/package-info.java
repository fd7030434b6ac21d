/**
 * How the agent begins and ends inside the watched process.
 *
 * <p>{@link dev.loopscope.agent.start.AgentMain} and {@link dev.loopscope.agent.start.AgentLoader}
 * are loaded by the application's class loader, with their lambdas; everything else by a loader of
 * ours that is dropped at detach. Owning thread: the one that attaches or detaches. {@link
 * dev.loopscope.agent.start.AgentComponents} is the one place where the parts are wired.
 */
@NullMarked
package dev.loopscope.agent.start;

import org.jspecify.annotations.NullMarked;
