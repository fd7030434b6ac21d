/** The classes that live in {@code java.lang} of the watched process. They use java.base only. */
package dev.loopscope.agent.probe;
