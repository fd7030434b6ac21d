/**
 * The scenarios: which acts there are, and what the agent must say of each. Here also is the
 * program that plays them. It uses the acts and the protocol's words for causes, and knows nothing
 * of the agent.
 */
@NullMarked
package dev.loopscope.agent.scenario;

import org.jspecify.annotations.NullMarked;
