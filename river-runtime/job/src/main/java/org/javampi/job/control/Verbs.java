package org.javampi.job.control;

import java.io.IOException;

/** From numbers in messages to constants. */
final class Verbs {
    private Verbs() {}

    static <V> V of(V[] verbs, int ordinal) throws IOException {
        if (ordinal < 0 || ordinal >= verbs.length) {
            throw new IOException("a checkpoint message of unknown verb " + ordinal);
        }
        return verbs[ordinal];
    }
}
