package org.javampi.mpirun;

/** The program whose classes go into the archive of ranks. */
final class ArchiveTraining {
    /** A class of the runtime: mpirun itself is not on the ranks' class path. */
    static final String NAME = "org.javampi.core.attach.Warmup";

    private ArchiveTraining() {}
}
