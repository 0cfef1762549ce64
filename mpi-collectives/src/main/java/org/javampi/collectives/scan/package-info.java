/** Algorithms that give each rank the combination of the operands of the ranks up to itself. */
package org.javampi.collectives.scan;
