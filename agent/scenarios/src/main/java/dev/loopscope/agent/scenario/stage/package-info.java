/**
 * Plays scenarios in JVMs of their own with the packed agent in them, and judges what the agent
 * said by what the program knows. For one thread, except for the frames, which come on their own.
 */
@NullMarked
package dev.loopscope.agent.scenario.stage;

import org.jspecify.annotations.NullMarked;
