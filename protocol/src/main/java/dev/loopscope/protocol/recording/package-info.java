/**
 * A saved session: a file is a header and the same frames that go over a connection, in chunks that
 * each stand alone.
 *
 * <p>{@link RecordingWriter} writes one, {@link RecordingReader} reads it back lazily, {@link
 * Spool} keeps the last minutes of a live session and saves them on request. A recording that was
 * cut off or damaged is read up to the damage; how it ended is a state ({@link RecordingEnd}), not
 * an exception. Objects belong to one thread unless they say otherwise; all of them wait for the
 * disk, so never on a watched or an FX thread. Uses {@code java.base} and {@code protocol.codec}.
 */
@NullMarked
package dev.loopscope.protocol.recording;

import org.jspecify.annotations.NullMarked;
