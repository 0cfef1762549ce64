/** One rank between MPI_Init and MPI_Finalize: its engine, its transports, its world. */
package org.javampi.core.runtime;
