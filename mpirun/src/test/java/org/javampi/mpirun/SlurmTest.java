package org.javampi.mpirun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Jobs in an allocation of Slurm: by the launcher, whose {@code srun} is pretended here, and by
 * {@code srun java Prog}, which is played by processes with the environment that it gives.
 */
class SlurmTest {
    private static final String CLASSES =
            Path.of("target", "test-classes").toAbsolutePath().toString();

    /** Runs a command once for each node of its list, as srun does with these options. */
    private static final String SRUN = """
            #!/bin/sh
            echo "$@" | tr ' ' '\\n' | head -n 11 | tr '\\n' ' ' >"$SAID"
            echo "external $SLURM_EXTERNAL_LAUNCHER" >>"$SAID"
            while [ "${1#--nodelist=}" = "$1" ]; do shift; done
            nodes=$(echo "${1#--nodelist=}" | tr , ' ')
            shift
            for node in $nodes; do SLURMD_NODENAME=$node "$@" </dev/null & done
            wait
            """;

    @TempDir
    private Path folder;

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Process start(Path out, Map<String, String> environment, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    @Test
    void shouldStartOneAgentPerNodeWithOneSrun() throws Exception {
        Path srun = folder.resolve("srun");
        Files.writeString(srun, SRUN, StandardCharsets.UTF_8);
        Files.setPosixFilePermissions(srun, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path out = folder.resolve("out");
        Process launcher = start(
                out,
                Map.of(
                        "PATH", folder + ":" + System.getenv("PATH"),
                        "SAID", folder.resolve("said").toString(),
                        "SLURM_JOB_ID", "7",
                        "SLURM_JOB_NODELIST", "c[09-10]",
                        "SLURM_TASKS_PER_NODE", "2,1"),
                "org.javampi.mpirun.Javampirun",
                "-cp",
                CLASSES,
                "org.javampi.mpirun.Where");
        assertTrue(launcher.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        String text = Files.readString(out);
        assertEquals(0, launcher.exitValue(), text);
        assertEquals(
                List.of("0 of 3 on c09: 3", "1 of 3 on c09: 3", "2 of 3 on c10: 3"),
                text.lines().sorted().toList());
        assertEquals(
                "-N 2 -n 2 --ntasks-per-node=1 --input none --mpi=none --cpu-bind=none"
                        + " --kill-on-bad-exit --nodelist=c09,c10 external 1",
                Files.readString(folder.resolve("said")).strip());
    }

    /** A task of three on two nodes. */
    private Process task(int rank, String... program) throws IOException {
        return task(rank, Map.of(), program);
    }

    private Process task(int rank, Map<String, String> more, String... program) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.putAll(Map.of(
                "JAVAMPI_MEETING", folder.resolve("meeting").toString(),
                "SLURM_JOB_ID", "7",
                "SLURM_STEP_ID", "0",
                "SLURM_STEP_NUM_TASKS", "3",
                "SLURM_STEP_NODELIST", "c[1-2]",
                "SLURM_STEP_TASKS_PER_NODE", "2,1",
                "SLURM_NODEID", rank == 2 ? "1" : "0",
                "SLURM_NTASKS", "3",
                "SLURM_PROCID", Integer.toString(rank)));
        return start(folder.resolve("out" + rank), environment, program);
    }

    private String said(int rank) throws IOException {
        return Files.readString(folder.resolve("out" + rank));
    }

    @Test
    void shouldAssembleAWorldWithoutALauncher() throws Exception {
        List<Process> tasks = new ArrayList<>();
        for (int rank = 2; rank >= 0; rank--) {
            tasks.add(task(rank, "org.javampi.mpirun.Where"));
        }
        for (Process task : tasks) {
            assertTrue(task.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
            assertEquals(0, task.exitValue());
        }
        assertEquals("0 of 3 on c1: 3\n", said(0));
        assertEquals("1 of 3 on c1: 3\n", said(1));
        assertEquals("2 of 3 on c2: 3\n", said(2));
        try (var files = Files.list(folder.resolve("meeting"))) {
            assertEquals(List.of(), files.toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "abort, 5, has ended the job with status 5",
        "exit, 1, ends without MPI_Finalize",
        "halt, 1, has ended without MPI_Finalize",
        "throw, 1, ends without MPI_Finalize"
    })
    void shouldEndAllTasksAndNameTheOneThatFailed(String how, int status, String text) throws Exception {
        List<Process> tasks = new ArrayList<>();
        for (int rank = 0; rank < 3; rank++) {
            tasks.add(task(rank, "org.javampi.mpirun.Victim", how, "2"));
        }
        for (Process task : tasks) {
            assertTrue(task.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        }
        assertEquals(status, tasks.get(0).exitValue(), said(0));
        assertEquals(status, tasks.get(1).exitValue(), said(1));
        assertTrue(said(0).contains("javampi: rank 2 on c2 " + text), said(0));
    }

    @Test
    void shouldEndAllTasksWhenTheFirstIsKilled() throws Exception {
        List<Process> tasks = new ArrayList<>();
        for (int rank = 0; rank < 3; rank++) {
            tasks.add(task(rank, "org.javampi.mpirun.Victim", "halt", "0"));
        }
        for (Process task : tasks) {
            assertTrue(task.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        }
        assertEquals(9, tasks.get(0).exitValue());
        assertTrue(tasks.get(1).exitValue() != 0);
        assertTrue(tasks.get(2).exitValue() != 0);
        String text = "javampi: rank 0 has ended without MPI_Finalize, as by kill -9: rank ";
        assertTrue(said(1).contains(text + "1 on c1 is ended, too"), said(1));
        assertTrue(said(2).contains(text + "2 on c2 is ended, too"), said(2));
    }

    @Test
    void shouldNameATaskThatNeverCallsInit() throws Exception {
        Process first = task(0, Map.of("JAVAMPI_LAUNCH_TIMEOUT", "1"), "org.javampi.mpirun.Where");
        assertTrue(first.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        assertEquals(1, first.exitValue(), said(0));
        assertTrue(
                said(0).contains("javampi: ranks 1 on c1, 2 on c2 have not called MPI_Init within 1 s after rank 0:"
                        + " the job is ended (JAVAMPI_LAUNCH_TIMEOUT allows more seconds)"),
                said(0));
        try (var files = Files.list(folder.resolve("meeting"))) {
            assertEquals(List.of(), files.toList());
        }
    }

    /**
     * The first is killed before any other has come; answers the job's name. Its segment is left, until any job of this
     * machine removes it: those of other tests may be first.
     */
    private String killTheFirst() throws Exception {
        Process first = task(0, "org.javampi.mpirun.Victim", "halt", "0");
        assertTrue(first.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        assertEquals(9, first.exitValue(), said(0));
        return Files.readAllLines(folder.resolve("meeting").resolve("step-7.0.0"))
                .get(0);
    }

    @Test
    void shouldRemoveWhatTheFirstHasLeftWhenItCannotBeReached() throws Exception {
        String job = killTheFirst();
        Process second = task(1, "org.javampi.mpirun.Victim", "halt", "0");
        assertTrue(second.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        assertEquals(1, second.exitValue(), said(1));
        assertTrue(said(1).contains("cannot reach task 0 at "), said(1));
        assertEquals(Set.of(), JobRun.files(job));
        try (var files = Files.list(folder.resolve("meeting"))) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void shouldRemoveWhatAJobHasLeftOfWhichNobodyLives() throws Exception {
        String job = killTheFirst();
        JobRun next = JobRun.of("-np", "2", "-cp", CLASSES, "org.javampi.mpirun.Where");
        assertEquals(0, next.status, next.err);
        assertEquals(Set.of(), JobRun.files(job));
    }

    @Test
    void shouldSayThatTheProgramOfABatchScriptIsAlone() throws Exception {
        Path out = folder.resolve("out");
        Process program = start(out, Map.of("SLURM_JOB_ID", "7", "SLURM_NTASKS", "4"), "org.javampi.mpirun.Where");
        assertTrue(program.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        String text = Files.readString(out);
        assertEquals(0, program.exitValue(), text);
        assertTrue(text.contains("javampi: this is rank 0 of 1, though the allocation is for 4 tasks"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "FLUX_JOB_SIZE"})
    void shouldRefuseToBeAloneManyTimesInOneLine(String variable) throws Exception {
        Path out = folder.resolve("out");
        Process program = start(out, Map.of(variable, "4"), "org.javampi.mpirun.Where");
        assertTrue(program.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        assertEquals(1, program.exitValue());
        assertEquals(
                "javampi: " + variable + " says that this is one of 4 processes, but each would be rank 0 of a world of"
                        + " its own: start the program with javampirun -np 4",
                Files.readString(out).strip());
    }

    /** A shell by that name starts them, as mpirun of Open MPI does. */
    @Test
    void shouldJoinTheProcessesOfAnotherMpirun() throws Exception {
        Path mpirun = folder.resolve("mpirun");
        Files.copy(Path.of("/bin/sh").toRealPath(), mpirun);
        mpirun.toFile().setExecutable(true);
        Path out = folder.resolve("out");
        String program = "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -cp '"
                + System.getProperty("java.class.path") + "' org.javampi.mpirun.Where";
        ProcessBuilder builder = new ProcessBuilder(
                mpirun.toString(),
                "-c",
                "for r in 0 1; do OMPI_COMM_WORLD_RANK=$r " + program
                        + " & done; wait $!; status=$?; wait; exit $status");
        builder.environment()
                .putAll(Map.of(
                        "OMPI_COMM_WORLD_SIZE", "2",
                        "OMPI_COMM_WORLD_LOCAL_SIZE", "2",
                        "JAVAMPI_MEETING", folder.resolve("meeting").toString()));
        Process process =
                builder.redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertTrue(process.waitFor(Patience.seconds(120), TimeUnit.SECONDS));
        List<String> lines = Files.readAllLines(out).stream().sorted().toList();
        assertEquals(0, process.exitValue(), lines.toString());
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.get(0).matches("0 of 2 on .*: 2"), lines.toString());
        assertTrue(lines.get(1).matches("1 of 2 on .*: 2"), lines.toString());
    }
}
