/**
 * The functions of MPI-1.2 for one rank, a class for each part of a chapter, one on top of the
 * other. They check arguments before any effect, turn handles into the objects below and failures
 * into codes for the communicator's error handler; what a function does is done below.
 */
package org.javampi.core.binding;
