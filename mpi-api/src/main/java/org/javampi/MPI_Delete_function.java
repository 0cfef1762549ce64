package org.javampi;

/** {@link MPI_Comm_delete_attr_function} under its name of MPI-1.1 §5.7.1. */
@FunctionalInterface
public interface MPI_Delete_function extends MPI_Comm_delete_attr_function {}
