/** Behaviour of {@code ui.settings}, without a toolkit. */
@NullMarked
package dev.loopscope.dashboard.ui.settings;

import org.jspecify.annotations.NullMarked;
