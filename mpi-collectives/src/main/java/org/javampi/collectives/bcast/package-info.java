/** Algorithms that bring the root's data to all ranks. */
package org.javampi.collectives.bcast;
