package org.javampi;

/**
 * Every function of {@link MPI} once more, under the name that goes round the tools (MPI-1.1 §8.2):
 * {@code PMPI_X} takes the arguments of {@code MPI_X}, does and returns the same, and enters the
 * runtime directly. For tools, which call the functions they do not want to see themselves.
 */
public final class PMPI extends ProfiledFunctions {
    private PMPI() {}
}
