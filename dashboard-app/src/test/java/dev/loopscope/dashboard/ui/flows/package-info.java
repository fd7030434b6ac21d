/** Behaviour of {@code ui.flows}, without a toolkit. */
@NullMarked
package dev.loopscope.dashboard.ui.flows;

import org.jspecify.annotations.NullMarked;
