package dev.loopscope.dashboard.session.clip;

import dev.loopscope.dashboard.alert.AlertKey;
import java.nio.file.Path;

/**
 * A kept stretch of a session; it opens as any recording.
 *
 * @param alert number of the alert in its session
 * @param key the alert's group
 * @param file where it is; it may be gone, since only the newest clips are kept
 * @param fromNanos from when on it was asked for; it may hold some seconds more
 * @param toNanos until when
 */
public record Clip(long alert, AlertKey key, Path file, long fromNanos, long toNanos) {}
