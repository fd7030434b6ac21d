/** Tests of the demo, and with it of the whole way from a real process to a report. */
@NullMarked
package dev.loopscope.dashboard.demo;

import org.jspecify.annotations.NullMarked;
