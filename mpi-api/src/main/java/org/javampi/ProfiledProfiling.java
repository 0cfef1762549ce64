package org.javampi;

/** The functions of {@link Profiling} under their PMPI names. */
abstract class ProfiledProfiling extends ProfiledEnvironment {
    ProfiledProfiling() {}

    /** As {@link MPI#MPI_Pcontrol}, below all tools. */
    public static int PMPI_Pcontrol(int level, Object... args) {
        return Calls.binding().MPI_Pcontrol(level, args);
    }
}
