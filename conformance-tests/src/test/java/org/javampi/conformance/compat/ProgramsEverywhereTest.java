package org.javampi.conformance.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.javampi.compat.programs.AllPrograms;
import org.javampi.conformance.harness.LaunchedJob;
import org.javampi.conformance.harness.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The test programs of both dialects, which module mpi-compat runs in one JVM, as processes over each transport, and as
 * ranks that share a JVM. Each job runs all programs for its number of ranks, so that it begins and ends some 80 times.
 * {@code -Dprograms.full=true} runs those of every number of ranks everywhere.
 */
class ProgramsEverywhereTest {
    private static final int MOST_RANKS = 4;

    /** Counts the ranks of its host. */
    private static final String ON_ONE_HOST = "OpenMpiCommunicatorsTest.splitsByHostAndByGroup";

    private static String classes() throws URISyntaxException {
        return Path.of(AllPrograms.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .toString();
    }

    private static void run(int ranks, Place place, List<String> options) throws IOException {
        List<String> expected = new ArrayList<>(AllPrograms.names(ranks));
        List<String> arguments = new ArrayList<>(List.of(Integer.toString(ranks)));
        if (place == Place.MIXED && expected.remove(ON_ONE_HOST)) {
            arguments.add(ON_ONE_HOST);
        }
        LaunchedJob job = LaunchedJob.run(ranks, place, options, AllPrograms.class, arguments.toArray(String[]::new));
        assertEquals(0, job.status(), job.err());
        assertEquals(expected, job.out().lines().toList());
    }

    @ParameterizedTest
    @CsvSource({"SHM,3", "TCP,2", "MIXED,3"})
    void shouldRunInProcesses(Place place, int ranks) throws IOException {
        run(ranks, place, List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void shouldRunInOneJvm(int ranks) throws IOException, URISyntaxException {
        run(ranks, Place.SHM, List.of("--vm-ranks", Integer.toString(ranks), "-cp", classes()));
    }

    @ParameterizedTest
    @CsvSource({"SHM,1", "SHM,2", "SHM,4", "TCP,3", "TCP,4", "MIXED,2", "MIXED,4"})
    @EnabledIfSystemProperty(named = "programs.full", matches = "true")
    void shouldRunInOtherProcesses(Place place, int ranks) throws IOException {
        run(ranks, place, List.of());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    @EnabledIfSystemProperty(named = "programs.full", matches = "true")
    void shouldRunInOneJvmOfOtherSizes(int ranks) throws IOException, URISyntaxException {
        run(ranks, Place.SHM, List.of("--vm-ranks", Integer.toString(ranks), "-cp", classes()));
    }

    @Test
    void shouldBeMany() {
        int all = IntStream.rangeClosed(1, MOST_RANKS)
                .map(ranks -> AllPrograms.names(ranks).size())
                .sum();
        assertTrue(all >= 160, all + " programs");
    }
}
