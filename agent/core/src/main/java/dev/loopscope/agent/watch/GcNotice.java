package dev.loopscope.agent.watch;

/**
 * What the JVM tells about one collection, some time after it.
 *
 * @param collector name of its bean
 * @param number how many collections this collector has done with it
 * @param startMillis start, on the collectors' clock
 * @param endMillis end, on the collectors' clock
 * @param detail for people
 * @param arrivedNanos when the JVM told
 */
record GcNotice(
    String collector,
    long number,
    long startMillis,
    long endMillis,
    String detail,
    long arrivedNanos) {}
