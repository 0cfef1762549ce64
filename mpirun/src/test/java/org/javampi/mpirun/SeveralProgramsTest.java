package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs whose ranks run different programs. */
class SeveralProgramsTest {
    private static final String CLASSES =
            Path.of("target", "test-classes").toAbsolutePath().toString();
    private static final String PART = "org.javampi.mpirun.Part";

    private static final String OTHER = """
            import static org.javampi.MPI.*;
            public class Other {
                public static void main(String[] a) {
                    MPI_Init(a);
                    int rank = MPI_Comm_rank(MPI_COMM_WORLD);
                    System.out.println("other " + rank + " " + String.join(",", a) + " " + System.getProperty("p") + " "
                            + System.getenv("V") + " " + System.getenv("W") + " "
                            + java.nio.file.Path.of("").toAbsolutePath().getFileName());
                    MPI_Send(new int[] {100 + rank}, 1, MPI_INT, 0, 0, MPI_COMM_WORLD);
                    MPI_Finalize();
                }
            }
            """;

    @TempDir
    Path folder;

    private String other;

    @BeforeEach
    void writeTheOtherProgram() throws IOException {
        other = Files.writeString(folder.resolve("Other.java"), OTHER).toString();
    }

    private static List<String> sorted(JobRun run) {
        return run.good().out.lines().sorted().toList();
    }

    private List<String> words(String... more) {
        List<String> words = new ArrayList<>(List.of(more));
        words.addAll(
                List.of("-x", "V=1", "-cp", CLASSES, "-np", "2", "-env", "W", "2", "-Dp=a", PART, "2", "x y", ":"));
        words.addAll(List.of("-n", "1", "-Dp=b", "-wdir", folder.toString(), other, "z", ":", PART, "2"));
        return words;
    }

    @Test
    void shouldGiveEachProgramItsRanksOptionsAndArguments() throws IOException {
        // The last program waits for nobody: it is not rank 0.
        String sends = "other 2 z b 1 null " + folder.getFileName();
        List<String> words = words();
        words.set(words.size() - 2, other);
        List<String> lines = sorted(JobRun.of(words));
        assertEquals(4, lines.size(), lines.toString());
        assertEquals(sends, lines.get(0));
        assertTrue(lines.get(1).startsWith("other 3 2 null 1 null "), lines.toString());
        assertEquals("part 0 2,x y a 1 2 102 103", lines.get(2));
        assertEquals("part 1 2,x y a 1 2", lines.get(3));
    }

    @Test
    void shouldRunThemOnHostsOfTheirOwnAndSeveralRanksInAJvm() throws IOException {
        JobRun run = JobRun.of(
                "-launcher",
                "fork",
                "--vm-ranks",
                "2",
                "-cp",
                CLASSES,
                "-np",
                "1",
                "-H",
                "a",
                PART,
                "1",
                ":",
                "-np",
                "3",
                "-host",
                "b:2,a",
                other,
                "z");
        assertEquals("part 0 1 null null null 101 102 103", sorted(run).get(3));
        run = JobRun.of(
                "-launcher",
                "fork",
                "--vm-ranks",
                "2",
                "--dry-run",
                "-np",
                "1",
                "-H",
                "a",
                PART,
                ":",
                "-np",
                "3",
                "-host",
                "b:2,a",
                other,
                "z");
        assertTrue(run.out.contains("vm 1      ranks 1..2 on b run " + other), run.out);
        assertTrue(run.out.contains("map       a: ranks 0 3"), run.out);
    }

    @Test
    void shouldReadThemFromAFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("programs"),
                "# a job of two programs\n\n-np 1 -cp " + CLASSES + " -Dp='a b' " + PART + " \\\n 1 \"x y\"  # first\n"
                        + "-np 2 '" + other + "' z\n");
        for (String option : List.of("-configfile", "--app")) {
            List<String> lines = sorted(JobRun.of("-x", "V=1", option, file.toString(), "-l"));
            assertEquals("[0] part 0 1,x y a b 1 null 101 102", lines.get(0));
            assertEquals(3, lines.size());
        }
    }

    @Test
    void shouldSayWhichProgramIsMissing() throws IOException {
        JobRun run = JobRun.of("-np", "1", "-cp", CLASSES, PART, "1", ":", "-np", "1", "NoSuchProgram");
        assertEquals(1, run.status);
        assertTrue(run.err.contains("rank 1 on "), run.err);
        assertTrue(run.err.contains("class NoSuchProgram is not on the class path"), run.err);
    }
}
