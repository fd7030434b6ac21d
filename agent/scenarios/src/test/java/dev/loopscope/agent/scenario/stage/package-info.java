/** Tests of the judge, without any JVM but their own. */
@NullMarked
package dev.loopscope.agent.scenario.stage;

import org.jspecify.annotations.NullMarked;
