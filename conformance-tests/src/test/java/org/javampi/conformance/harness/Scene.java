package org.javampi.conformance.harness;

import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_Init;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small program of a test, one of several in its source file.
 *
 * @param size number of ranks
 * @param body what a rank does between MPI_Init and MPI_Finalize
 * @param facts what must be said about it, besides its lines
 */
public record Scene(int size, Body body, String... facts) {
    /** What a rank does. */
    @FunctionalInterface
    public interface Body {
        /** Does it. */
        void run(int rank) throws Exception;
    }

    /** As a whole program, for one rank. */
    public void play(int rank) throws Exception {
        MPI_Init();
        body.run(rank);
        MPI_Finalize();
    }

    /**
     * The facts, and the places of the lines that must be named: those that end with the scene's name in brackets, as
     * {@code // [ring]}.
     */
    public List<String> factsIn(Path source, String name) throws IOException {
        List<String> all = new ArrayList<>(List.of(facts));
        List<String> lines = Files.readAllLines(source);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith("// [" + name + "]")) {
                all.add(source.getFileName() + ":" + (i + 1));
            }
        }
        return all;
    }
}
