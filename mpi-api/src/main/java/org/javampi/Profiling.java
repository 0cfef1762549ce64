package org.javampi;

/** The functions of the standard's chapter, in C form and value form. */
abstract class Profiling extends Environment {
    Profiling() {}

    /**
     * Does nothing; a tool may give it a meaning. (MPI-1.1 §8.3.1.)
     *
     * @param level depth of profiling, by the tool's meaning
     * @param args whatever the tool wants
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Pcontrol(int level, Object... args) {
        return Calls.tool().MPI_Pcontrol(level, args);
    }
}
