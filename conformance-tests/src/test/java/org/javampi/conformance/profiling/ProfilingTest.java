package org.javampi.conformance.profiling;

import static org.javampi.MPI.MPI_Pcontrol;
import static org.javampi.MPI.MPI_SUCCESS;
import static org.javampi.MPI.MPI_Wtime;
import static org.javampi.PMPI.PMPI_Pcontrol;
import static org.javampi.PMPI.PMPI_Wtime;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.javampi.Tool;
import org.javampi.conformance.harness.LaunchedJob;
import org.javampi.conformance.harness.Place;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The profiling interface (MPI-1.1 chapter 8). */
class ProfilingTest {
    @TempDir
    private Path folder;

    @Test
    @Rule({"PRF-002", "PRF-006", "PRF-003"})
    void shouldLetAToolReplaceFunctionsOfAnUnchangedProgram() throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.write(services.resolve(Tool.class.getName()), List.of(CallCounter.class.getName()));
        String path = folder + File.pathSeparator + System.getProperty("java.class.path");
        LaunchedJob job = LaunchedJob.run(2, Place.SHM, List.of("-cp", path), Talk.class);
        assertEquals(0, job.status(), job.err());
        List<String> lines = job.out().lines().sorted().toList();
        assertEquals(List.of("rank 0 has sent 3", "rank 1 has sent 0"), lines);
    }

    @Test
    @Rule("PRF-002")
    void shouldCostNothingVisibleWithoutATool() throws IOException {
        LaunchedJob job = LaunchedJob.run(2, Place.SHM, Talk.class);
        assertEquals(0, job.status(), job.err());
        assertEquals("", job.out());
    }

    @Spmd(1)
    @Rule({"PRF-004", "PRF-001"})
    void shouldIgnorePcontrol() {
        for (int level : new int[] {-1, 0, 1, 2, 99}) {
            assertEquals(MPI_SUCCESS, MPI_Pcontrol(level));
            assertEquals(MPI_SUCCESS, MPI_Pcontrol(level, "more", 3, null));
            assertEquals(MPI_SUCCESS, PMPI_Pcontrol(level));
        }
        assertTrue(PMPI_Wtime() <= MPI_Wtime());
    }
}
