/**
 * Algorithms that combine the operands of all ranks and leave each rank its segment of the result.
 */
package org.javampi.collectives.reducescatter;
