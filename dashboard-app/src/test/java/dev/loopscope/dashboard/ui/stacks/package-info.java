/** Behaviour of {@code ui.stacks}, without a toolkit. */
@NullMarked
package dev.loopscope.dashboard.ui.stacks;

import org.jspecify.annotations.NullMarked;
