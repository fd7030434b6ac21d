/** Behaviour of {@code ui.status}, without a toolkit. */
@NullMarked
package dev.loopscope.dashboard.ui.status;

import org.jspecify.annotations.NullMarked;
