package dev.loopscope.agent.instrument;

/**
 * A point in one class of one copy of its framework.
 *
 * @param number of the point in the table
 * @param flag what the woven code tells the probe to have been reached
 * @param copy number of the copy, 0 for the JDK
 */
record Placement(int number, Point point, Shading shading, int flag, int copy) {}
