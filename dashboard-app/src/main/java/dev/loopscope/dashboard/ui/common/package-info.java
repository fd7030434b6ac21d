/**
 * What several features of the window share: the selection, how values are written for people,
 * small building blocks of the views.
 *
 * <p>Models are without a toolkit and confined to one thread, in the application the FX thread.
 */
@NullMarked
package dev.loopscope.dashboard.ui.common;

import org.jspecify.annotations.NullMarked;
