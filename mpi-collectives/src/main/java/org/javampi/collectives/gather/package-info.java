/** Algorithms that bring the pieces of all ranks to the root. */
package org.javampi.collectives.gather;
