@NullMarked
package dev.loopscope.agent.send;

import org.jspecify.annotations.NullMarked;
