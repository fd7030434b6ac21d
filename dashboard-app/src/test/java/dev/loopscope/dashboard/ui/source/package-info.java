@NullMarked
package dev.loopscope.dashboard.ui.source;

import org.jspecify.annotations.NullMarked;
