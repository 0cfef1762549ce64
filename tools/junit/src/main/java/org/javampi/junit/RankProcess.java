package org.javampi.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** The program of a rank that is a process: runs the test's method, and leaves behind what it did. */
public final class RankProcess {
    private RankProcess() {}

    /** Takes the folder of the run. */
    public static void main(String[] words) throws Throwable {
        Path folder = Path.of(words[0]);
        ProgramCall call = RankProcesses.call(folder);
        ThisRank rank = ThisRank.current();
        AtomicBoolean isWritten = new AtomicBoolean();
        // For a program that calls System.exit.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(folder, rank, null, isWritten), "junit-result"));
        try {
            RankProgram.ofThisThread().run(call, rank);
            write(folder, rank, null, isWritten);
        } catch (Throwable thrown) {
            write(folder, rank, thrown, isWritten);
            throw thrown;
        }
    }

    private static void write(Path folder, ThisRank rank, Throwable thrown, AtomicBoolean isWritten) {
        if (isWritten.compareAndSet(false, true)) {
            try {
                RankProcesses.write(folder, rank.rank(), RankResult.of(rank, thrown));
            } catch (IOException e) {
                throw new UncheckedIOException("rank " + rank.rank() + " cannot tell what it did", e);
            }
        }
    }
}
