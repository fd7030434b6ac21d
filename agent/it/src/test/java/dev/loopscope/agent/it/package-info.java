/**
 * Attaches the packaged agent to real programs in their own JVMs. The programs ({@code …Program})
 * know nothing of Loopscope and keep counts of their own, which the tests compare with the agent's.
 */
@NullMarked
package dev.loopscope.agent.it;

import org.jspecify.annotations.NullMarked;
