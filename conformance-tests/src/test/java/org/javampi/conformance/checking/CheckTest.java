package org.javampi.conformance.checking;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.Tool;
import org.javampi.conformance.harness.LaunchedJob;
import org.javampi.conformance.harness.Place;
import org.javampi.conformance.harness.Scene;
import org.javampi.core.world.World;
import org.javampi.core.world.WorldFailure;
import org.junit.jupiter.api.Test;

/** What {@code --check} finds, with its lines, and what it does not. */
class CheckTest {
    private static final int MISTAKEN = 123;
    private static final Path SOURCE = Path.of("src/test/java/org/javampi/conformance/checking/Mistaken.java");

    @Test
    void shouldNameEachMistakeWithItsLines() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, Scene> entry : Mistaken.all().entrySet()) {
            String findings = findings(entry.getValue());
            for (String fact : entry.getValue().factsIn(SOURCE, entry.getKey())) {
                if (!findings.contains(fact)) {
                    faults.add(entry.getKey() + " does not say \"" + fact + "\":\n" + findings);
                }
            }
        }
        assertEquals(List.of(), faults, () -> String.join("\n\n", faults));
    }

    @Test
    void shouldFindNothingInCorrectPrograms() {
        Mistaken.correct().values().forEach(program -> assertEquals("", findings(program)));
    }

    @Test
    void shouldFindNothingWhenItIsOff() {
        World world = World.of(2);
        world.run(Mistaken.all().get("unreceived")::play);
        assertEquals(List.of(), world.findings());
    }

    @Test
    void shouldEndAJobWithAStatusOfItsOwn() throws IOException {
        LaunchedJob job = LaunchedJob.run(2, Place.SHM, List.of("--check"), Mistaken.class, "unreceived");
        assertEquals(MISTAKEN, job.status(), job.err());
        assertTrue(job.err().startsWith("javampirun: check: rank 1: MPI_Send of 1 MPI_INT by rank 0"), job.err());
        assertTrue(job.out().contains("ended"), "findings do not stop the program");
    }

    /** Between the program and the check. */
    public static final class Passing extends Tool {
        @Override
        public int MPI_Send(Object buf, int count, MPI_Datatype datatype, int dest, int tag, MPI_Comm comm) {
            return super.MPI_Send(buf, count, datatype, dest, tag, comm);
        }
    }

    @Test
    void shouldNameTheProgramsLineWhereToolsStandBetween() throws IOException {
        LaunchedJob job = LaunchedJob.run(
                2,
                Place.SHM,
                List.of("--check", "-Djavampi.tools=" + Passing.class.getName()),
                Mistaken.class,
                "unreceived");
        assertEquals(MISTAKEN, job.status(), job.err());
        assertTrue(
                Mistaken.all().get("unreceived").factsIn(SOURCE, "unreceived").stream()
                        .allMatch(job.err()::contains),
                job.err());
    }

    @Test
    void shouldEndAJobWhoseCollectivesContradictEachOther() throws IOException {
        LaunchedJob job = LaunchedJob.run(3, Place.SHM, List.of("--check", "--sync-sends"), Mistaken.class, "kinds");
        assertEquals(MISTAKEN, job.status(), job.err());
        assertTrue(job.err().contains("check: the ranks of MPI_COMM_WORLD do not make the same call"), job.err());
    }

    /** It sends by other functions than the program does. */
    @Test
    void shouldNameTheFunctionThatWasCalledWhenThatFails() {
        List<String> texts = new ArrayList<>();
        World.of(1).setting("check", "true").run(rank -> {
            MPI_Init();
            MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
            int[] word = new int[1];
            texts.add(text(MPI_Send(word, 1, MPI_INT, 0, -5, MPI_COMM_WORLD)));
            texts.add(text(MPI_Ssend(word, 1, MPI_INT, 7, 1, MPI_COMM_WORLD)));
            texts.add(text(MPI_Recv_c(word, -1, MPI_INT, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE)));
            texts.add(text(
                    MPI_Sendrecv(word, 1, MPI_INT, 0, 1, word, 1, MPI_INT, 9, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE)));
            MPI_Finalize();
        });
        List<String> functions = List.of("MPI_Send: ", "MPI_Ssend: ", "MPI_Recv_c: ", "MPI_Sendrecv: ");
        for (int i = 0; i < texts.size(); i++) {
            assertTrue(texts.get(i).startsWith("rank 0 of MPI_COMM_WORLD: " + functions.get(i)), texts.get(i));
        }
    }

    private static String text(int code) {
        String[] text = new String[1];
        MPI_Error_string(code, text, new int[1]);
        return text[0];
    }

    @Test
    void shouldNotCountItsOwnCollectivesInAReport() {
        WorldFailure failure = assertThrows(
                WorldFailure.class, () -> World.of(2).setting("check", "true").run(rank -> {
                    MPI_Init();
                    MPI_Bcast(new int[1], 1, MPI_INT, 0, MPI_COMM_WORLD);
                    MPI_Gatherv(
                            new int[1],
                            1,
                            MPI_INT,
                            new int[2],
                            new int[] {1, 1},
                            new int[] {0, 1},
                            MPI_INT,
                            0,
                            MPI_COMM_WORLD);
                    if (rank == 0) {
                        MPI_Barrier(MPI_COMM_WORLD);
                    } else {
                        MPI_Recv(new int[1], 1, MPI_INT, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                    }
                    MPI_Finalize();
                }));
        assertTrue(
                failure.getMessage().contains("1 of 2 ranks wait in MPI_Barrier at CheckTest.java:")
                        && failure.getMessage().contains("(collective 3 on MPI_COMM_WORLD); rank 1 "),
                failure.getMessage());
    }

    private static String findings(Scene program) {
        World world = World.of(program.size()).transport("tcp").setting("check", "true");
        String end = "";
        try {
            world.run(program::play);
        } catch (WorldFailure failure) {
            end = "status " + failure.status() + ": " + failure.getMessage();
        }
        return String.join("\n", world.findings()) + end;
    }
}
