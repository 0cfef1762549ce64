package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.javampi.river.parallel.CompositeException;
import org.javampi.river.parallel.EngineException;
import org.javampi.river.parallel.Engines;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

/** The prompt of a job, driven through a pipe, and ranks as engines. */
class ConsoleTest {
    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Javampirun.class.getName()));
        command.addAll(List.of(words));
        return command;
    }

    private static Process start(String... words) throws IOException {
        return new ProcessBuilder(command(words)).redirectErrorStream(true).start();
    }

    private static String drive(Process console, String... lines) throws IOException, InterruptedException {
        try {
            console.getOutputStream().write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
            console.getOutputStream().close();
            String text = new String(console.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(console.waitFor(Patience.seconds(200), TimeUnit.SECONDS), text);
            assertEquals(0, console.exitValue(), text);
            return text;
        } finally {
            console.destroyForcibly();
        }
    }

    @Test
    void shouldRunWhatIsTypedOnAllRanksInsideMpi() throws Exception {
        String text = drive(
                start("-np", "4", "console"),
                "int rank = MPI_Comm_rank(MPI_COMM_WORLD);",
                "rank",
                "int[] sum = new int[1];",
                "MPI_Allreduce(new int[] {rank}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);",
                "sum[0]",
                "%pn 2 rank * 10",
                "%targets 0,2",
                "%px rank + 5",
                "%targets",
                "int x = \"text\";",
                "if (rank == 1) { throw new IllegalStateException(\"boom\"); }",
                "1 / (rank - rank)",
                "%autopx off",
                "int[] a = {1, 2, 3, 4, 5, 6, 7, 8};",
                "%scatter a",
                "%autopx on",
                "for (int i = 0; i < a.length; i++) {",
                "a[i] *= 2;",
                "}",
                "%gather a",
                "%block off",
                "rank * 0 + 77",
                "%result",
                "%nonsense");
        assertEquals(
                "[0] 0\n[1] 1\n[2] 2\n[3] 3\n"
                        + "[0-3] 0\n[0-3] 6\n[2] 20\n[0] 5\n[2] 7\n"
                        + "incompatible types: java.lang.String cannot be converted to int\n"
                        + "  int x = \"text\";\n          ^^^^^^\n"
                        + "[1] java.lang.IllegalStateException: boom\n"
                        + "[0-3] java.lang.ArithmeticException: / by zero\n"
                        + "[2, 4, 6, 8, 10, 12, 14, 16]\n"
                        + "(runs; %result waits for it)\n[0-3] 77\n"
                        + "%nonsense: there is no such command; %help lists all\n",
                text.replaceAll("(?m)^      at .*\n", ""));
    }

    private static String onTerminal(List<String> command, String... steps) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/python3")), "no /usr/bin/python3");
        Path script;
        try {
            script = Path.of(ConsoleTest.class.getResource("terminal.py").toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        List<String> words = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
        words.addAll(command);
        Process terminal = new ProcessBuilder(words).redirectErrorStream(true).start();
        try {
            terminal.getOutputStream().write((String.join("\n", steps) + "\n").getBytes(StandardCharsets.UTF_8));
            terminal.getOutputStream().close();
            String text = new String(terminal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(terminal.waitFor(Patience.seconds(200), TimeUnit.SECONDS), text);
            assertEquals(0, terminal.exitValue(), text);
            return text;
        } finally {
            terminal.destroyForcibly();
        }
    }

    @Test
    void shouldBeUsedOnATerminal() throws Exception {
        String text = onTerminal(
                command("-np", "2", "console"),
                "see \\[0-1\\]> ",
                "type int rank = MPI_Comm_rank(MPI_COMM_WORLD);",
                "type int[] sum = new int[1];",
                "type MPI_Allreduce(new int[] {rank + 1}, sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);",
                "type sum[0]",
                "see \\[0-1\\] 3",
                "type %pn 1 rank * 10",
                "see \\[1\\] 10",
                "type %px rank + 5",
                "see \\[0\\] 5\\r\\n\\[1\\] 6",
                "type int x = \"text\";",
                "see incompatible types",
                "see \\[0-1\\]> ",
                "type if (rank == 1) { throw new IllegalStateException(\"boom\"); }",
                "see \\[1\\] java.lang.IllegalStateException: boom",
                // The loop is known to run, and then it is interrupted.
                "type System.out.println(\"it \" + \"runs\"); while (true) { }",
                "see it runs(.|\\n)*it runs",
                "key interrupt",
                "see \\[0-1\\]> ",
                "type rank * 0 + 77",
                "see \\[0-1\\] 77",
                // The line before, by its arrow.
                "key up",
                "key enter",
                "see \\[0-1\\] 77",
                "type %autopx off",
                "type int[] a = {1, 2, 3, 4};",
                "type %scatter a",
                "type %autopx on",
                "type a.length",
                "see \\[0-1\\] 2",
                "type %gather a",
                "see \\[1, 2, 3, 4\\]",
                "type %queues",
                "see \\[0-1\\] no posted receives, no unexpected messages",
                "type %quit",
                "end 0");
        assertEquals(2, text.split("incompatible types", -1).length, "told once: " + text);
    }

    @Test
    void shouldTalkToAJobThatRunsAndTellOfARankThatIsKilled() throws Exception {
        Process job = start(
                "-np",
                "4",
                "-cp",
                Path.of("target", "test-classes").toAbsolutePath().toString(),
                Visited.class.getName());
        try (BufferedReader output = job.inputReader()) {
            String name = output.readLine();
            String text = drive(
                    start("console", name),
                    "MPI_Comm_size(MPI_COMM_WORLD)",
                    "org.javampi.mpirun.Visited.counter",
                    // What the program has registered is there by its name.
                    "state.step",
                    "%queues",
                    "%where");
            assertTrue(
                    text.startsWith("[0-3] 4\n[0-3] 42\n[0-3] 7\n"
                            + "[0,2-3] no posted receives, no unexpected messages\n"
                            + "[1] 1 posted receive\n      from rank 0, tag 5, MPI_COMM_WORLD, 1 MPI_INT\n"
                            + "    1 unexpected message\n      from rank 0, tag 9, MPI_COMM_WORLD, 8 bytes\n[0-3] "),
                    text);
            assertTrue(text.contains("org.javampi.mpirun.Visited.main(Visited.java:"), text);
            try (Engines engines = Engines.of(name)) {
                engines.all().scatter("a", IntStream.range(0, 8).toArray());
                assertEquals(List.of(1, 5, 9, 13), engines.all().apply(ns -> IntStream.of((int[]) ns.get("a"))
                        .sum()));
                assertEquals(List.of(1, 4, 9), engines.all().map(i -> i * i, List.of(1, 2, 3)));
                int zero = 0;
                CompositeException four = assertThrows(
                        CompositeException.class, () -> engines.all().apply(ns -> 1 / zero));
                assertTrue(
                        four.getMessage()
                                .matches("4 of 4 engines have failed:\\R  \\[0] engine 0 \\(rank 0 of job "
                                        + name.substring(0, 8) + "\\): java.lang.ArithmeticException: / by zero(?s).*"),
                        four.getMessage());
                long victim = engines.targets(1)
                        .apply(ns -> ProcessHandle.current().pid())
                        .get(0);
                long startNs = System.nanoTime();
                ProcessHandle.of(victim).orElseThrow().destroyForcibly();
                CompositeException dead = assertThrows(
                        CompositeException.class, () -> engines.targets(1).apply(ns -> {
                            TimeUnit.HOURS.sleep(1);
                            return 0;
                        }));
                long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
                System.out.println("a killed rank was told after " + ms + " ms");
                assertInstanceOf(EngineException.class, dead.failures().get(1));
                assertTrue(dead.getMessage().contains("engine 1 (rank 1 of job "), dead.getMessage());
            }
            assertTrue(job.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
            assertEquals(137, job.exitValue());
        } finally {
            job.destroyForcibly();
        }
    }
}
