/**
 * The work that keeps loops of one kind busy, each kind in a file of its own. To add one, write a
 * {@code Work} and list it in {@code WorkKind}. Runs on the loops that it starts.
 */
@NullMarked
package dev.loopscope.agent.bench.program.work;

import org.jspecify.annotations.NullMarked;
