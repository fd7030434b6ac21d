/**
 * Why a loop was late, in full: causes with their share, who held the lock, how the task got there,
 * what filled the time before a task ran.
 *
 * <p>What is shown is put together without a toolkit; the views are for the FX thread.
 */
@NullMarked
package dev.loopscope.dashboard.ui.verdict;

import org.jspecify.annotations.NullMarked;
