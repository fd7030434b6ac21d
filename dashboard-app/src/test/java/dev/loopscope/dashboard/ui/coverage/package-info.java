/** Behaviour of {@code ui.coverage}, without a toolkit. */
@NullMarked
package dev.loopscope.dashboard.ui.coverage;

import org.jspecify.annotations.NullMarked;
