package dev.loopscope.dashboard.alert;

/**
 * Alerts of the same {@link AlertKey}: one trouble, however often it came back.
 *
 * @param key what they have in common
 * @param count how many alerts, those included that are no longer kept one by one
 * @param firstNanos when the first began
 * @param lastNanos up to when the last is known to have lasted
 * @param worstNanos the worst of any
 * @param totalNanos sum over all of what {@code worstNanos} is the largest of
 * @param newest the alert that began last; like {@code worst} it may be one that is no longer kept
 *     one by one
 * @param worst the worst alert
 * @param open whether one of them lasts
 * @param muted whether the user wants to hear no more of it
 */
public record AlertGroup(
    AlertKey key,
    long count,
    long firstNanos,
    long lastNanos,
    long worstNanos,
    long totalNanos,
    Alert newest,
    Alert worst,
    boolean open,
    boolean muted) {}
