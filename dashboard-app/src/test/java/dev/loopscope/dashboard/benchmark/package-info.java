/**
 * What the dashboard's data path costs, measured with JMH. Not part of the tests;
 * docs/performance.md names the command that runs them.
 */
@NullMarked
package dev.loopscope.dashboard.benchmark;

import org.jspecify.annotations.NullMarked;
