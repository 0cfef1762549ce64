/**
 * Writes what the facade says more than once, when mpi-api is compiled: value forms, PMPI twins, the binding's abstract
 * functions and the tool's forwarding. Its only source is the chapters of {@code org.javampi}. When mpi-core is compiled,
 * it writes the functions that recordings of collectives serve.
 */
package org.javampi.generator;
