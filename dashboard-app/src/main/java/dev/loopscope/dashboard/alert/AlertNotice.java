package dev.loopscope.dashboard.alert;

/**
 * An alert that somebody should be told of.
 *
 * @param number grows by one a notice
 * @param alert number of the alert; it is gone from the log when it turned out not to be true
 * @param key its group then
 * @param atNanos the newest time of the session when it was raised
 */
public record AlertNotice(long number, long alert, AlertKey key, long atNanos) {}
