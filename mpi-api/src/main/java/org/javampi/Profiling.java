package org.javampi;

/** Profiling functions. */
abstract class Profiling extends Environment {
    Profiling() {}

    /** Hook for profilers: level 0 off, 1 default on, 2 flush, others profiler-defined. */
    public static int MPI_Pcontrol(int level, Object... args) {
        return Calls.tool().MPI_Pcontrol(level, args);
    }
}
