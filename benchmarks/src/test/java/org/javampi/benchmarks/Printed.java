package org.javampi.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.javampi.core.world.World;
import org.javampi.testing.Patience;

/** What a benchmark program prints when it runs as a world of ranks in this VM. */
public final class Printed {
    private Printed() {}

    /** A program's main. */
    @FunctionalInterface
    public interface Program {
        /** Runs it as one rank. */
        void main(String[] args) throws Exception;
    }

    /** Runs {@code program} on {@code ranks} ranks, each with {@code args}. */
    public static String by(int ranks, Program program, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            World.of(ranks).transport("shm").deadline(Patience.duration(120)).run(rank -> program.main(args));
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
