/** Programs are desugared and run beside themselves as they were compiled. */
@NullMarked
package dev.loopscope.agent.desugar;

import org.jspecify.annotations.NullMarked;
