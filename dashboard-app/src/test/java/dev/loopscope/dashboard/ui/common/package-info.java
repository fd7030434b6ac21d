/** Behaviour of {@code ui.common}, without a toolkit. */
@NullMarked
package dev.loopscope.dashboard.ui.common;

import org.jspecify.annotations.NullMarked;
