/**
 * What a session showed, as text and as JSON: the facts that the window shows, for those who read
 * or check them without it.
 *
 * <p>Computed from a trace and its alerts alone, so that a live session and its recording report
 * the same. Costs time by the runs that are kept; any thread but the FX thread. Uses {@code store},
 * {@code alert}, {@code analysis}, {@code words}, {@code dev.loopscope.protocol} and Jackson; never
 * JavaFX. The names of the records' fields are those of the JSON; {@code docs/report-json.md}
 * explains them.
 */
@NullMarked
package dev.loopscope.dashboard.analysis.report;

import org.jspecify.annotations.NullMarked;
