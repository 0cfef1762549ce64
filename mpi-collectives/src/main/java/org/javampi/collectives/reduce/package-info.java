/**
 * Algorithms that combine the operands of all ranks at the root. Only those that combine in rank
 * order may serve operations that do not commute.
 */
package org.javampi.collectives.reduce;
