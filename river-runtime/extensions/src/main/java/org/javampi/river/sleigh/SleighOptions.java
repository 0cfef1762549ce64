package org.javampi.river.sleigh;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** How {@code eachElem} goes about it. Each method changes this object and returns it. */
public class SleighOptions {
    private boolean blocking = true;
    private boolean speculative;
    private int loadFactor;
    private int chunkSize = 1;
    private int[] permutation;
    private BiConsumer<Integer, Object> accumulator;

    /** Waits for the end, one element a task, no bound on what is handed out. */
    public SleighOptions() {}

    /** Whether the call returns only when all is done, as it does by default. */
    public SleighOptions blocking(boolean b) {
        blocking = b;
        return this;
    }

    /** At most so many tasks for each worker are under way at a time; 0, the default, sets no bound. */
    public SleighOptions loadFactor(int n) {
        loadFactor = atLeast(0, "loadFactor", n);
        return this;
    }

    /** So many elements make a task; 1 by default. */
    public SleighOptions chunkSize(int n) {
        chunkSize = atLeast(1, "chunkSize", n);
        return this;
    }

    /** The function's argument {@code i} is number {@code p[i]}, from 0, of varying and fixed ones. */
    public SleighOptions argPermute(int... p) {
        int[] sorted = p.clone();
        Arrays.sort(sorted);
        if (!Arrays.equals(sorted, IntStream.range(0, p.length).toArray())) {
            throw new IllegalArgumentException(
                    "argPermute(" + Arrays.toString(p) + "): each of 0.." + (p.length - 1) + " once is needed");
        }
        permutation = p.clone();
        return this;
    }

    /** Gets each result, or exception, with its place as soon as it is there; one at a time. */
    public SleighOptions accumulator(BiConsumer<Integer, Object> c) {
        accumulator = c;
        return this;
    }

    /**
     * Whether idle workers may run a slow task a second time at the end; the first result counts. Not at first, since
     * a task that stores or fetches values does so twice then.
     */
    public SleighOptions speculative(boolean b) {
        speculative = b;
        return this;
    }

    private static int atLeast(int least, String name, int n) {
        if (n < least) {
            throw new IllegalArgumentException(name + "(" + n + "): at least " + least + " is needed");
        }
        return n;
    }

    boolean isSpeculative() {
        return speculative;
    }

    boolean isBlocking() {
        return blocking;
    }

    int loadFactor() {
        return loadFactor;
    }

    int chunkSize() {
        return chunkSize;
    }

    BiConsumer<Integer, Object> accumulator() {
        return accumulator;
    }

    /** Arguments in the order in which the function wants them. */
    Object[] ordered(Object[] arguments) {
        if (permutation == null) {
            return arguments;
        }
        if (permutation.length != arguments.length) {
            throw new IllegalArgumentException(
                    "argPermute names " + permutation.length + " arguments, and there are " + arguments.length);
        }
        return IntStream.of(permutation).mapToObj(i -> arguments[i]).toArray();
    }
}
