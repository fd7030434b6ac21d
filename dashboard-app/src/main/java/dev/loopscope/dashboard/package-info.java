/** The window and the command line over recorded and live sessions. */
@NullMarked
package dev.loopscope.dashboard;

import org.jspecify.annotations.NullMarked;
