package org.javampi.junit;

import java.io.Serializable;

/**
 * A message that a program has sent point to point. Messages inside collectives are not listed.
 *
 * @param source its sender, in MPI_COMM_WORLD
 * @param dest its receiver, in MPI_COMM_WORLD
 * @param tag its tag
 * @param bytes its length: the count times the size of the datatype
 * @param call the function that has sent it, such as {@code MPI_Send}
 * @param place the program's line: {@code Ring.java:12}
 */
public record SentMessage(int source, int dest, int tag, long bytes, String call, String place)
        implements Serializable {
    @Override
    public String toString() {
        return source + " -> " + dest + ", tag " + tag + ", " + bytes + (bytes == 1 ? " byte" : " bytes") + ", " + call
                + " at " + place;
    }
}
