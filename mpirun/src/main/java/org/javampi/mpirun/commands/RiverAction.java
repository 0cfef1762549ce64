package org.javampi.mpirun.commands;

/** What a subcommand of {@code river} does. */
@FunctionalInterface
interface RiverAction {
    /** Does it; answers the exit status. */
    int perform() throws InterruptedException;
}
