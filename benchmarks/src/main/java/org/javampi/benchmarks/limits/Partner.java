package org.javampi.benchmarks.limits;

import java.io.IOException;
import java.nio.file.Path;

/** The other JVM of a limit: the same program, told by an argument where to meet. */
final class Partner {
    /** What is done while the partner runs. */
    @FunctionalInterface
    interface Measurement {
        /** Measures and prints. */
        void run() throws IOException;
    }

    private Partner() {}

    /** Runs the measurement beside {@code program} with this JVM's class path and one argument. */
    static void beside(Class<?> program, String argument, Measurement measurement) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        argument)
                .inheritIO()
                .start();
        try {
            measurement.run();
        } finally {
            process.destroyForcibly();
        }
    }
}
