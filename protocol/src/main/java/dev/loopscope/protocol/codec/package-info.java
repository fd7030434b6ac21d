/**
 * Frames to bytes and back: the only place that knows Jackson.
 *
 * <p>{@link FrameWriter} and {@link FrameReader} are the way in; both belong to one thread at a
 * time. One small codec a frame says which fields it has, {@code FrameCodecs} lists them. All that
 * is read is untrusted: every length is checked against {@link dev.loopscope.protocol.Limits}
 * before anything is allocated, and whatever the bytes are, the only exception is an {@link
 * java.io.IOException}. The layout is described in {@code protocol/README.md}. Uses {@code
 * java.base} and Jackson's streaming CBOR.
 */
@NullMarked
package dev.loopscope.protocol.codec;

import org.jspecify.annotations.NullMarked;
