/**
 * What a medium implements: a {@link org.javampi.core.spi.transport.Transport} makes an {@link
 * org.javampi.core.spi.transport.Endpoint} for each peer, in whose {@link
 * org.javampi.core.spi.transport.Region} the engine claims room, packs a frame, and commits it;
 * frames that come are handed to a {@link org.javampi.core.spi.transport.FrameHandler}. Providers
 * are found by {@link java.util.ServiceLoader}.
 */
package org.javampi.core.spi.transport;
