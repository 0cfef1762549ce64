/** Algorithms that let nobody leave before everybody has come. */
package org.javampi.collectives.barrier;
