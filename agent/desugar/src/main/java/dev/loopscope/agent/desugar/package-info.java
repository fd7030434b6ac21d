/**
 * A step of the build: rewrites the agent's packed jar so that no class of it uses {@code
 * invokedynamic}. Lambdas and method references become ordinary classes, and what the compiler
 * leaves to the JVM in records becomes ordinary methods.
 *
 * <p>Inside a watched process each of them would make the JVM spin a hidden class and the forms of
 * its method handles, while the user waits for the attach to end; and those forms stay behind after
 * the detach. Runs on one thread, at build time only, and may use ASM.
 */
@NullMarked
package dev.loopscope.agent.desugar;

import org.jspecify.annotations.NullMarked;
