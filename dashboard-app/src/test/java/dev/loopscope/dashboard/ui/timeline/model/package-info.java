/** The timeline's models, tested without a toolkit. */
@NullMarked
package dev.loopscope.dashboard.ui.timeline.model;

import org.jspecify.annotations.NullMarked;
