package org.javampi.collectives.tune;

import org.javampi.core.spi.collective.Collective;

/**
 * One collective with one size: what is measured and decided about.
 *
 * @param bytes of the vector that is broadcast, reduced or scanned, else of one rank's piece; 0 for
 *     a barrier
 */
record Cell(Collective collective, int bytes) {}
