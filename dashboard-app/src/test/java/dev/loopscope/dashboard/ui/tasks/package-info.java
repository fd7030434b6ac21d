/** Behaviour of {@code ui.tasks}, without a toolkit. */
@NullMarked
package dev.loopscope.dashboard.ui.tasks;

import org.jspecify.annotations.NullMarked;
