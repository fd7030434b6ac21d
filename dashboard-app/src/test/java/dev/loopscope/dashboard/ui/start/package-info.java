/** Behaviour of {@code ui.start}, without a toolkit. */
@NullMarked
package dev.loopscope.dashboard.ui.start;

import org.jspecify.annotations.NullMarked;
