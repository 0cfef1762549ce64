/**
 * Buffers as raw bytes in native order: each kind of array, buffers on and off the heap, and the
 * address space that MPI_BOTTOM stands for.
 */
package org.javampi.core.memory;
