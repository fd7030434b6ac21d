@NullMarked
package dev.loopscope.dashboard.ui.flame;

import org.jspecify.annotations.NullMarked;
