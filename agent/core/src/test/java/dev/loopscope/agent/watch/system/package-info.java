@NullMarked
package dev.loopscope.agent.watch.system;

import org.jspecify.annotations.NullMarked;
