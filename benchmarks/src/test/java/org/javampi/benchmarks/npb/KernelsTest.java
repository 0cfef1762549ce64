package org.javampi.benchmarks.npb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.javampi.Tool;
import org.javampi.benchmarks.Printed;
import org.javampi.benchmarks.WrongMpi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kernel finds the official numbers of class S, whatever the number of ranks. */
class KernelsTest {
    private enum Kernels {
        EP(Ep::main),
        IS(Is::main),
        CG(Cg::main),
        MG(Mg::main),
        FT(Ft::main);

        final Printed.Program program;

        Kernels(Printed.Program program) {
            this.program = program;
        }
    }

    static Stream<Arguments> kernelsAndRanks() {
        return Stream.of(Kernels.values()).flatMap(kernel -> Stream.of(1, 2, 4).map(np -> Arguments.of(kernel, np)));
    }

    @ParameterizedTest
    @MethodSource("kernelsAndRanks")
    void shouldFindTheOfficialNumbersOfClassS(Kernels kernel, int np) {
        String out = Printed.by(np, kernel.program, "S");
        assertTrue(out.contains("Verification    =               SUCCESSFUL"), out);
        assertTrue(out.contains(kernel + " Benchmark Completed."), out);
        assertFalse(out.contains("should be"), out);
    }

    @Test
    void shouldPrintARowWhenAskedForCsv() {
        String out = Printed.by(1, Is::main, "s", "--format", "csv", "--runs", "2");
        String[] lines = out.split("\\R");
        assertEquals(2, lines.length, out);
        assertTrue(lines[1].matches("is-S,1,0,ms,.*,2"), out);
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertEquals("unknown class T (there are S, W, A and B)", refusal(1, Is::main, "T"));
        assertEquals("unknown option --fast (there are --runs and --format)", refusal(1, Is::main, "--fast", "1"));
        assertEquals("--runs needs a value", refusal(1, Is::main, "--runs"));
        assertEquals("--runs: not a number from 1 to 9999: 0", refusal(1, Is::main, "--runs", "0"));
        assertEquals("--format: xml is none of text, csv", refusal(1, Is::main, "--format", "xml"));
        assertEquals(
                "IS class S cannot run on 3 ranks: their number must be a power of two, at most 128",
                refusal(3, Is::main, "S"));
        assertEquals(
                "MG class W cannot run on 3 ranks: their number must be a power of two, at most 262144",
                refusal(3, Mg::main, "W"));
    }

    @Test
    void shouldNotPassWhatIsNoNumberOrWrong() {
        assertTrue(new Check("zeta", 8.5 * (1 + 1e-11), 8.5, 1e-10).passes());
        assertEquals("zeta = NaN, but should be 8.500000000000", new Check("zeta", Double.NaN, 8.5, 1e-10).toString());
        assertFalse(new Check("zeta", 8.6, 8.5, 1e-10).passes());
    }

    static Stream<Arguments> mistakes() {
        return Stream.concat(
                Stream.of(Kernels.EP, Kernels.IS, Kernels.CG, Kernels.MG, Kernels.FT)
                        .map(kernel -> Arguments.of(kernel, WrongMpi.Reductions.class)),
                // EP moves nothing.
                Stream.of(Kernels.IS, Kernels.CG, Kernels.MG, Kernels.FT)
                        .map(kernel -> Arguments.of(kernel, WrongMpi.Transfers.class)));
    }

    /** A wrong number ends the program as a failure, and its times are not printed for tables. */
    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldNotVerifyAWrongMpi(Kernels kernel, Class<? extends Tool> wrong) throws Exception {
        WrongMpi.with(wrong, () -> {
            String message = refusal(2, kernel.program, "S", "--format", "csv");
            // Or the numbers led it to a place that does not exist.
            assertTrue(
                    message.contains(kernel + " class S has found wrong numbers") || message.contains("out of"),
                    message);
        });
    }

    @Test
    void shouldGoOnWithTheSameRandomNumbersHoweverTheyAreTaken() {
        RandomNumbers one = new RandomNumbers(314159265, 0);
        RandomNumbers other = new RandomNumbers(314159265, 0);
        double[] filled = new double[17];
        for (int count = 0; count <= 12; count++) {
            other.fill(filled, 3, count);
            for (int i = 0; i < count; i++) {
                assertEquals(one.next(), filled[3 + i]);
            }
        }
        other.restart(314159265, 78);
        assertEquals(one.next(), other.next());
        assertEquals(one.next(), other.next());
    }

    private static String refusal(int np, Printed.Program program, String... args) {
        Throwable failed = assertThrows(Throwable.class, () -> Printed.by(np, program, args));
        while (failed.getCause() != null) {
            failed = failed.getCause();
        }
        return failed.getMessage();
    }
}
