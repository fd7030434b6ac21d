/**
 * What the samples tell: timestamped lines on standard output and, if asked, a log that machines
 * read.
 *
 * <p>Any thread may write, an event loop too: one daemon thread of the journal does the printing,
 * so a reader who stops reading never blocks a loop. Uses the JDK only.
 */
@NullMarked
package dev.loopscope.samples.journal;

import org.jspecify.annotations.NullMarked;
