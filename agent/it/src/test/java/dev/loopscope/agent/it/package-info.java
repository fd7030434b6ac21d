/** Attaches the packaged agent to real programs in their own JVMs. */
package dev.loopscope.agent.it;
