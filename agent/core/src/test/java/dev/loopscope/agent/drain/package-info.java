@NullMarked
package dev.loopscope.agent.drain;

import org.jspecify.annotations.NullMarked;
