@NullMarked
package dev.loopscope.dashboard.ui.notify;

import org.jspecify.annotations.NullMarked;
