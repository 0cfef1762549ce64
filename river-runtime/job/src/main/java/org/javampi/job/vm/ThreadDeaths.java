package org.javampi.job.vm;

import org.javampi.job.OsSignals;

/** What else can end a thread or the JVM of a rank, unless its program has a mind of its own about it. */
final class ThreadDeaths {
    private ThreadDeaths() {}

    /**
     * Threads that end with an exception are told of, with their rank; and the signals by which a scheduler warns of a time
     * limit do not end a program that does not know them.
     */
    static void watch(VirtualMachine machine) {
        Thread.setDefaultUncaughtExceptionHandler(machine::onThreadDeath);
        for (String name : new String[] {"USR1", "USR2"}) {
            OsSignals.ignore(name);
        }
    }
}
