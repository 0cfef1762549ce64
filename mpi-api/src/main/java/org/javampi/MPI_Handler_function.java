package org.javampi;

/** {@link MPI_Comm_errhandler_function} under its name of MPI-1.1 §7.2. */
@FunctionalInterface
public interface MPI_Handler_function extends MPI_Comm_errhandler_function {}
