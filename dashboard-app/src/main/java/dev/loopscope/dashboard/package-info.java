/** The window and the command line over recorded and live sessions. */
package dev.loopscope.dashboard;
