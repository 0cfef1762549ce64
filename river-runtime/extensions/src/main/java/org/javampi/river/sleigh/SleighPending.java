package org.javampi.river.sleigh;

import java.util.List;

/** Work that goes on. */
public interface SleighPending<R> {
    /** How many elements have no result yet. */
    int check();

    /** Waits for the results, in the order of the elements; where an element has failed, its exception. */
    List<R> await();
}
