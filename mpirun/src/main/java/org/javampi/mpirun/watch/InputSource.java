package org.javampi.mpirun.watch;

import java.util.function.Consumer;

/** Where ranks get standard input from that do not have it as their own. */
@FunctionalInterface
public interface InputSource {
    /**
     * Gives a rank what comes next. Does not wait.
     *
     * @param position how many bytes it has read, in its earlier lives too
     * @param answer gets the bytes; none at the end
     */
    void give(int rank, long position, Consumer<byte[]> answer);
}
