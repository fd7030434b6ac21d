/** Journeys through the window, as a user takes them. */
@NullMarked
package dev.loopscope.dashboard.ui;

import org.jspecify.annotations.NullMarked;
