@NullMarked
package dev.loopscope.dashboard.ui.verdict;

import org.jspecify.annotations.NullMarked;
