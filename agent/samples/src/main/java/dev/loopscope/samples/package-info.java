/** Ordinary programs to watch; nothing here knows of Loopscope. */
package dev.loopscope.samples;
