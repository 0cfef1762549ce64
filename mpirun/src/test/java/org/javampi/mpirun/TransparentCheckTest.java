package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --transparent --check} lists, without running anything, where a program cannot be frozen. */
class TransparentCheckTest {
    private static final String BEGINNING = """
            import static org.javampi.MPI.*;
            import java.util.*;
            public class Prog {
                static int rank;
                static int read(int from) {
                    int[] data = new int[1];
                    MPI_Recv(data, 1, MPI_INT, from, 0, MPI_COMM_WORLD);
                    return data[0];
                }
                public static void main(String[] args) {
                    MPI_Init(args);
                    System.out.println("running");
            """;
    private static final String END = """
                    MPI_Finalize();
                }
            }
            """;

    @Test
    void shouldListEachPlaceWithLineReasonAndRemedy(@TempDir Path folder) throws IOException {
        Path source = write(folder, """
                        Iterator<Integer> sources = List.of(0, 1).iterator();
                        while (sources.hasNext()) {
                            System.out.println(read(sources.next()));
                        }
                        List.of(0, 1).forEach(from -> System.out.println(read(from)));
                """);
        JobRun run = JobRun.of("-np", "2", "--transparent", "--check", source.toString());
        assertEquals(123, run.status, run.err);
        assertEquals(
                List.of(
                        "Prog.main (line 15): an object of java.util.Iterator is held across Prog.read, and cannot be saved;"
                                + " make it anew after each call, or keep what it is made from instead",
                        "Prog.main (line 17): a lambda that reaches a call that may freeze is given to java.util.List.forEach,"
                                + " whose own frame cannot be saved; make the call from the program itself, in a loop for"
                                + " example"),
                run.out.lines().toList());
        assertEquals(
                "javampirun: --transparent --check: Prog (1 class) cannot be frozen, or loses what it holds, at 2 places",
                run.err.strip());
    }

    @Test
    void shouldListNothingWhenTheProgramCanBeFrozen(@TempDir Path folder) throws IOException {
        Path source = write(folder, "for (int from : new int[] {0, 1}) { System.out.println(read(from)); }\n");
        JobRun run = JobRun.of("-np", "2", "--transparent", "--check", source.toString())
                .good();
        assertEquals("", run.out);
        assertEquals(
                "javampirun: --transparent --check: Prog (1 class) can be frozen at each of its calls, as far as can be seen"
                        + " without running it",
                run.err.strip());
    }

    @Test
    void shouldSayWhenTheClassIsNotThere(@TempDir Path folder) throws IOException {
        JobRun run = JobRun.of("-np", "2", "--transparent", "--check", "-cp", folder.toString(), "Missing");
        assertEquals(1, run.status);
        assertTrue(run.err.contains("class Missing is not on the class path"), run.err);
    }

    @Test
    void shouldAskForCheck(@TempDir Path folder) throws IOException {
        JobRun run = JobRun.of("-np", "2", "--transparent", write(folder, "").toString());
        assertEquals(2, run.status);
        assertTrue(run.err.contains("--transparent needs --checkpoint-dir DIR, or --check"), run.err);
    }

    private static Path write(Path folder, String middle) throws IOException {
        return Files.writeString(folder.resolve("Prog.java"), BEGINNING + middle + END);
    }
}
