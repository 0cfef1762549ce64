/** Algorithms that give each rank the combination of the operands of the ranks below itself. */
package org.javampi.collectives.exscan;
