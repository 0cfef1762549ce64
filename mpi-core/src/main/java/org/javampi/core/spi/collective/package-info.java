/**
 * What an algorithm implements, one interface for each collective, and what it sees: a {@link
 * org.javampi.core.spi.collective.Channel} to send and receive blocks, a {@link
 * org.javampi.core.spi.collective.Board} in shared memory where there is one, the {@link
 * org.javampi.core.spi.collective.Layout} of pieces. Providers are found by {@link
 * java.util.ServiceLoader}.
 */
package org.javampi.core.spi.collective;
