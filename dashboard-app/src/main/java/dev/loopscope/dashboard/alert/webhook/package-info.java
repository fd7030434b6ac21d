/**
 * Tells another program of alerts: a JSON POST to an address that the user gave; off by default.
 *
 * <p>Offers come from sessions' reader threads and never wait; one daemon thread sends. Uses {@code
 * alert}, {@code store} and the JDK's HTTP client; never JavaFX.
 */
@NullMarked
package dev.loopscope.dashboard.alert.webhook;

import org.jspecify.annotations.NullMarked;
