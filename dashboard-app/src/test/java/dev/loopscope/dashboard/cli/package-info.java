/** Tests of the command line. */
@NullMarked
package dev.loopscope.dashboard.cli;

import org.jspecify.annotations.NullMarked;
