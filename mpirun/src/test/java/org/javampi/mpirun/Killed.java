package org.javampi.mpirun;

import java.io.File;

/** How the system tells of a process that another one has ended at once. */
final class Killed {
    private static final boolean BY_SIGNAL = File.separatorChar == '/';

    /** 128 and the number of the signal; Windows knows no signals. */
    static final int STATUS = BY_SIGNAL ? 137 : 1;

    /** What the launcher says of it. */
    static final String WORDS = BY_SIGNAL ? "signal 9 (kill -9)" : "status 1";

    private Killed() {}
}
