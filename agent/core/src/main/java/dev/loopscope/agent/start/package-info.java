/** How the agent begins and ends inside the watched process. */
package dev.loopscope.agent.start;
