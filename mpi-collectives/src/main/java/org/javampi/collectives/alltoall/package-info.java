/** Algorithms that bring a piece of each rank to each other rank. */
package org.javampi.collectives.alltoall;
