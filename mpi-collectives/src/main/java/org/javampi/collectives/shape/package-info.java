/**
 * What several algorithms are made of: how ranks are folded to a power of two, vectors cut in
 * halves, pieces and segments, and operands combined on a board.
 */
package org.javampi.collectives.shape;
