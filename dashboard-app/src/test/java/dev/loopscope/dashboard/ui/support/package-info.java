/** What tests of the window share: a session in memory, a rendered picture, test doubles. */
@NullMarked
package dev.loopscope.dashboard.ui.support;

import org.jspecify.annotations.NullMarked;
