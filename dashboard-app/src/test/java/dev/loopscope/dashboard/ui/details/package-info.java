/** Behaviour of {@code ui.details}, without a toolkit. */
@NullMarked
package dev.loopscope.dashboard.ui.details;

import org.jspecify.annotations.NullMarked;
