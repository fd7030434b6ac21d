/** Behaviour of {@code ui.statistics}, without a toolkit. */
@NullMarked
package dev.loopscope.dashboard.ui.statistics;

import org.jspecify.annotations.NullMarked;
