/** A trace that keeps every frame and looks through all of them: simple enough to be believed. */
@NullMarked
package dev.loopscope.dashboard.plain;

import org.jspecify.annotations.NullMarked;
