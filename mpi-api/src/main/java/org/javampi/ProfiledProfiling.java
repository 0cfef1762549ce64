package org.javampi;

/** Profiling functions. */
abstract class ProfiledProfiling extends ProfiledEnvironment {
    ProfiledProfiling() {}

    /** Hook for profilers: level 0 off, 1 default on, 2 flush, others profiler-defined. */
    public static int PMPI_Pcontrol(int level, Object... args) {
        return Calls.binding().MPI_Pcontrol(level, args);
    }
}
