/** Algorithms that bring the pieces of all ranks to all ranks. */
package org.javampi.collectives.allgather;
