/** What the samples' tests share: waiting for a condition, reading logs, starting processes. */
@NullMarked
package dev.loopscope.samples.support;

import org.jspecify.annotations.NullMarked;
