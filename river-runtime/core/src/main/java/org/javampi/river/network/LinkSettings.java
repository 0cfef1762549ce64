package org.javampi.river.network;

import java.util.concurrent.TimeUnit;

/**
 * How patient connections are.
 *
 * @param aliveEveryMs how often a VM gives a sign of life on each connection
 * @param silentMs a VM that has given none for this long is taken for dead: this is also how long a
 *     lease outlives an owner that vanishes without closing its connections
 * @param handshakeMs how long a new connection may take to prove itself
 * @param goneMs how long a VM that is gone is remembered: a resource that addresses it meanwhile is told
 *     why, and it is not called again; and for how long one is known that was found and never
 *     called
 */
public record LinkSettings(int aliveEveryMs, int silentMs, int handshakeMs, int goneMs) {
    /** A sign of life every 5 s, death after 20 s of silence, 10 s for proofs, 1 h for the dead. */
    public static LinkSettings standard() {
        return new LinkSettings(
                (int) TimeUnit.SECONDS.toMillis(5),
                (int) TimeUnit.SECONDS.toMillis(20),
                (int) TimeUnit.SECONDS.toMillis(10),
                (int) TimeUnit.HOURS.toMillis(1));
    }
}
