@NullMarked
package dev.loopscope.agent.watch;

import org.jspecify.annotations.NullMarked;
