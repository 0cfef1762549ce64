package org.javampi.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.javampi.mpirun.Javampirun;
import org.javampi.mpirun.RuntimePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every lesson in real processes against its expected output. By default each number of ranks once,
 * over changing transports; with {@code -Dlessons.full=true} all of them: 5 numbers of ranks, 3
 * choices of transport, one rank per VM and three.
 */
class LessonsTest {
    private static final List<String> LESSONS =
            List.of("Hello", "Ring", "PingPong", "Pi", "Heat", "MatrixVector", "MyBarrier", "Survivor", "Cg");

    record Run(String lesson, int ranks, String transport, int ranksPerVm) {}

    static Stream<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (String lesson : LESSONS) {
            if (Boolean.parseBoolean(System.getProperty("lessons.full", "false"))) {
                addAll(lesson, runs);
            } else {
                runs.add(new Run(lesson, 1, "shm", 1));
                runs.add(new Run(lesson, 2, "shm", 1));
                runs.add(new Run(lesson, 3, "tcp", 1));
                runs.add(new Run(lesson, 4, "shm,tcp", 2));
                runs.add(new Run(lesson, 8, "shm", 3));
            }
        }
        return runs.stream();
    }

    private static void addAll(String lesson, List<Run> runs) {
        for (int ranks : new int[] {1, 2, 3, 4, 8}) {
            for (String transport : List.of("shm", "tcp", "shm,tcp")) {
                runs.add(new Run(lesson, ranks, transport, 1));
                runs.add(new Run(lesson, ranks, transport, 3));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    void shouldPrintWhatTheLessonSays(Run run) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Javampirun(
                        RuntimePath.of(System.getProperty("java.class.path")),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-np",
                        Integer.toString(run.ranks),
                        "--transport",
                        run.transport,
                        "--vm-ranks",
                        Integer.toString(run.ranksPerVm),
                        "-cp",
                        Path.of("target", "classes").toString(),
                        run.lesson));
        assertEquals("", err.toString(StandardCharsets.UTF_8), "standard error");
        assertEquals(0, status, "exit status");
        String text = out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        assertEquals(expected(run), inOrder(run, text));
    }

    @Test
    void shouldPrintTheCallsOfEachRankWithTheTool() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Javampirun(
                        RuntimePath.of(System.getProperty("java.class.path")),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run(List.of(
                        "-XX:TieredStopAtLevel=1",
                        "-np",
                        "2",
                        "-Djavampi.tools=CallTable",
                        "-cp",
                        Path.of("target", "classes").toString(),
                        "MyBarrier"));
        assertEquals(0, status);
        String text = err.toString(StandardCharsets.UTF_8);
        for (int rank = 0; rank < 2; rank++) {
            assertTrue(text.contains("rank " + rank + "  MPI_Barrier           3 calls"), text);
        }
    }

    @Test
    void shouldCollectTheHostNamesOfAllVms() throws Exception {
        Process river = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.javampi.mpirun.River",
                        "run",
                        "--vms",
                        "3",
                        "RiverHosts.java")
                .redirectErrorStream(true)
                .start();
        String output = new String(river.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, river.waitFor(), output);
        assertTrue(output.matches("3 VMs have answered\\R\\S+: 3\\R"), output);
    }

    static Stream<List<String>> riverLessons() {
        return Stream.of(
                List.of("Cubes.java", "(\\d+ cubed is \\d+\\R){10}"),
                List.of("Primes.java", "9592 primes to 100000, the last one is 99991\\R"),
                List.of(
                        "Interactive.java",
                        "x = \\[10, 10, 10, 10]\\Rsums = \\[6, 15, 15, 19]\\Ry = \\[-30, 30, 20, 20]\\R"
                                + "squares = \\[1, 4, 9, 16, 25]\\Rlater = \\[42, 42, 42, 42]\\R"
                                + "4 engines have failed: (?s).*/ by zero.*"));
    }

    @ParameterizedTest
    @MethodSource("riverLessons")
    void shouldPrintWhatALessonOfRiverSays(List<String> lesson) throws Exception {
        Process river = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.javampi.mpirun.River",
                        "run",
                        lesson.get(0))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(river.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, river.waitFor(), output);
        assertTrue(output.matches(lesson.get(1)), output);
    }

    private static String expected(Run run) throws IOException {
        Path file = Path.of("src/test/resources/expected", run.lesson + "-" + run.ranks + ".txt");
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    /** Hello's lines come in any order. */
    private static String inOrder(Run run, String text) {
        return run.lesson.equals("Hello") ? text.lines().sorted().collect(Collectors.joining("\n", "", "\n")) : text;
    }
}
