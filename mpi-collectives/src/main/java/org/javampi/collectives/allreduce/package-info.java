/** Algorithms that combine the operands of all ranks and bring the result to all ranks. */
package org.javampi.collectives.allreduce;
