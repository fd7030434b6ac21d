/** Ordinary programs to watch; nothing here knows of Loopscope. */
@NullMarked
package dev.loopscope.samples;

import org.jspecify.annotations.NullMarked;
