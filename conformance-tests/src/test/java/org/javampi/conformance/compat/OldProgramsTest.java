package org.javampi.conformance.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.javampi.conformance.harness.LaunchedJob;
import org.javampi.conformance.harness.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs of package mpi as jobs of real processes, over each transport and in JVMs that host several ranks. */
class OldProgramsTest {
    private static String output(int ranks, Place place, String... words) throws IOException {
        LaunchedJob job = LaunchedJob.run(ranks, place, OldProgram.class, words);
        assertEquals(0, job.status(), job.err());
        return job.out().trim();
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void shouldSendObjectsAndHaveStaticsPerRank(Place place) throws IOException {
        assertEquals("[[0, r0], [1, r1], [2, r2]] 3", output(3, place, "objects"));
    }

    @Test
    void shouldHaveStaticsPerRankInOneJvm() throws IOException, URISyntaxException {
        String classes = Path.of(OldProgram.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
        List<String> options = List.of("--vm-ranks", "3", "-cp", classes);
        LaunchedJob job = LaunchedJob.run(3, Place.SHM, options, OldProgram.class, "objects");
        assertEquals(0, job.status(), job.err());
        assertEquals("[[0, r0], [1, r1], [2, r2]] 3", job.out().trim());
    }

    @Test
    void shouldAddThreeArgumentsOnRequest() throws IOException {
        LaunchedJob job = LaunchedJob.run(2, Place.SHM, List.of("--mpj-args"), OldProgram.class, "a", "arguments");
        assertEquals("[0, 2, multicore, a, arguments] [a, arguments]", job.out().trim());
    }

    @Test
    void shouldAdviseAProgramThatSkipsThreeArguments() throws IOException {
        LaunchedJob job = LaunchedJob.run(1, Place.SHM, OldProgram.class, "skip");
        assertEquals(1, job.status());
        assertTrue(job.err().contains("Index 3 out of bounds for length 1"), job.err());
        assertTrue(job.err().contains("give the option --mpj-args"), job.err());
        assertEquals(
                "skip",
                LaunchedJob.run(1, Place.SHM, List.of("--mpj-args"), OldProgram.class, "skip")
                        .out()
                        .trim());
    }

    @Test
    void shouldMixBothDialects() throws IOException {
        assertEquals("sum 6", output(3, Place.SHM, "dialects"));
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void shouldBeginAgainAfterFinalize(Place place) throws IOException {
        String out = output(2, place, "again").replace(System.lineSeparator(), "; ");
        assertEquals("session 1 sum 2; session 2 sum 4; session 3 sum 6", out);
    }

    @Test
    void shouldReceiveInASecondThread() throws IOException {
        assertEquals("total 3", output(3, Place.SHM, "threads"));
    }

    @Test
    void shouldPassTheProgramsOwnArguments() throws IOException {
        assertEquals("[a, arguments] [a, arguments]", output(2, Place.SHM, "a", "arguments"));
    }

    @Test
    void shouldNameTheRankAndTheCallOfAnErrorThatIsNotCaught() throws IOException {
        LaunchedJob job = LaunchedJob.run(2, Place.SHM, OldProgram.class, "error");
        assertNotEquals(0, job.status());
        assertTrue(job.err().contains("mpi.MPIException") && job.err().contains("1000"), job.err());
    }
}
