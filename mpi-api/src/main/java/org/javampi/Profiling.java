package org.javampi;

/** What a program says to a profiling tool (MPI-1.1 chapter 8), in C form and value form. */
@Chapter
abstract class Profiling extends Statuses {
    Profiling() {}

    /**
     * Does nothing; a tool may give it a meaning. (MPI-1.1 §8.3.1.)
     *
     * @param level 0: profiling off, 1: as usual, 2: flush what is buffered; others as the tool
     *     says
     * @param args whatever the tool asks for
     * @return MPI_SUCCESS, or an error code when the handler returns
     */
    public static int MPI_Pcontrol(int level, Object... args) {
        return Calls.tool().MPI_Pcontrol(level, args);
    }
}
