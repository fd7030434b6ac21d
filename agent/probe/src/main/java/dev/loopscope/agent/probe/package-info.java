/** The classes that live in {@code java.lang} of the watched process. They use java.base only. */
@NullMarked
package dev.loopscope.agent.probe;

import org.jspecify.annotations.NullMarked;
