package org.javampi.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.javampi.mpirun.Javampirun;
import org.javampi.mpirun.RuntimePath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The programs of books and tutorials, as docs/from-c.md lists them: each prints what it computes, on any number of ranks. */
class BookProgramsTest {
    @ParameterizedTest
    @CsvSource({
        "Trapezoid, 4, shm, With 1024 trapezoids the integral is 9.0",
        "OddEvenSort, 5, shm, 5000 keys are sorted",
        "RandomWalk, 4, tcp, 80 of 80 walkers have arrived",
        "SelfScheduling, 3, shm, The product's entries add up to 62400",
        "Jacobi, 1, shm, After 200 steps the heat is 303.624514",
        "Jacobi, 6, tcp, After 200 steps the heat is 303.624514",
        "Groups, 2, shm, 'rank 0: sum of its half 0, place in its row 0|rank 1: sum of its half 1, place in its row 1'"
    })
    void shouldPrintWhatItComputes(String program, int ranks, String transport, String expected) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Javampirun(
                        RuntimePath.of(System.getProperty("java.class.path")),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-np",
                        Integer.toString(ranks),
                        "--transport",
                        transport,
                        "-cp",
                        Path.of("target", "classes").toString(),
                        program));
        assertEquals("", err.toString(StandardCharsets.UTF_8), "standard error");
        assertEquals(0, status, "exit status");
        assertEquals(
                List.of(expected.split("[|]")),
                out.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
