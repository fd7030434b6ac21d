/** Behaviour of {@code ui.alerts}, without a toolkit. */
@NullMarked
package dev.loopscope.dashboard.ui.alerts;

import org.jspecify.annotations.NullMarked;
