package org.javampi.conformance.checkpoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.javampi.Checkpoint;
import org.javampi.MPI_Request;
import org.javampi.conformance.harness.LaunchedJob;
import org.javampi.core.world.World;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * States that are hard to save: each {@link Scene} over one transport and, after a restart, over
 * another; in one VM, and in processes. {@code -Dcheckpoint.full=true} plays all of them in
 * processes.
 */
class HardStatesTest {
    private static final String CLASSES = Path.of("target", "test-classes").toString();

    @TempDir
    Path directory;

    private static Duration deadline() {
        return Patience.duration(120);
    }

    @ParameterizedTest
    @EnumSource(Scene.class)
    void shouldComeToTheSameEndOverTcp(Scene scene) {
        play(scene, "shm", "tcp");
    }

    @ParameterizedTest
    @EnumSource(Scene.class)
    void shouldComeToTheSameEndOverSharedMemory(Scene scene) {
        play(scene, "tcp", "shm");
    }

    private void play(Scene scene, String first, String second) {
        World.of(scene.ranks())
                .deadline(deadline())
                .transport(first)
                .checkpoints(directory)
                .run(rank -> scene.play());
        World.of(scene.ranks())
                .deadline(deadline())
                .transport(second)
                .restart(directory)
                .run(rank -> scene.play());
    }

    /** Other VMs, another transport: processes that have nothing in common but a directory. */
    private void playInProcesses(Scene scene, String first, int perVm, String second, int later) throws IOException {
        LaunchedJob whole = LaunchedJob.of(
                List.of("-np", Integer.toString(scene.ranks())),
                List.of("--checkpoint-dir", folder()),
                vms(first, perVm),
                // Each rank has its own.
                List.of("-cp", CLASSES),
                List.of(SceneProgram.class.getName(), scene.name()));
        assertEquals(0, whole.status(), whole.err());
        LaunchedJob restarted = LaunchedJob.of(List.of("--restart", folder()), vms(second, later));
        assertEquals(0, restarted.status(), restarted.err());
        System.out.printf(
                "%s: %d ranks, %d in a VM over %s, then %d over %s%n",
                scene, scene.ranks(), perVm, first, later, second);
    }

    private String folder() {
        return directory.toString();
    }

    private static List<String> vms(String transport, int perVm) {
        return List.of("--transport", transport, "--vm-ranks", Integer.toString(perVm));
    }

    @ParameterizedTest
    @EnumSource(names = {"COMMUNICATORS", "SCHEDULES_UNDER_WAY"})
    void shouldComeToTheSameEndInOtherProcesses(Scene scene) throws IOException {
        playInProcesses(scene, "shm", 1, "tcp", 3);
    }

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "checkpoint.full", matches = "true")
    void shouldComeToTheSameEndInFewerVmsOverTcp(Scene scene) throws IOException {
        playInProcesses(scene, "shm", 1, "tcp", scene.ranks());
    }

    @ParameterizedTest
    @EnumSource
    @EnabledIfSystemProperty(named = "checkpoint.full", matches = "true")
    void shouldComeToTheSameEndInMoreVmsOverSharedMemory(Scene scene) throws IOException {
        playInProcesses(scene, "tcp", scene.ranks(), "shm", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    void shouldFillTheObjectThatWasGiven(String transport) {
        World.of(2)
                .deadline(deadline())
                .transport(transport)
                .checkpoints(directory)
                .run(rank -> {
                    MPI_Init();
                    Stage stage = new Stage();
                    int[] bare = Checkpoint.register("bare", new int[4]);
                    Checkpoint.register("stage", stage);
                    stage.words.add("word");
                    stage.small = bare;
                    stage.requests =
                            new MPI_Request[] {MPI_Irecv(bare, 4, MPI_INT, Scene.previous(), 1, MPI_COMM_WORLD)};
                    Checkpoint.take();
                    MPI_Sendrecv(
                            stage.more,
                            4,
                            MPI_INT,
                            Scene.next(),
                            1,
                            stage.received,
                            0,
                            MPI_DOUBLE,
                            MPI_PROC_NULL,
                            0,
                            MPI_COMM_WORLD);
                    MPI_Wait(stage.requests[0], MPI_STATUS_IGNORE);
                    MPI_Finalize();
                });
        World.of(2).deadline(deadline()).restart(directory).run(rank -> {
            int[] bare = Checkpoint.register("bare", new int[4]);
            MPI_Init();
            Stage stage = new Stage();
            Stage same = Checkpoint.register("stage", stage);
            assertTrue(same == stage && stage.self == stage);
            assertTrue(stage.small == bare, "one array for all who refer to it");
            assertEquals(List.of("word"), stage.words);
            MPI_Send(new int[] {4, 3, 2, 1}, 4, MPI_INT, Scene.next(), 1, MPI_COMM_WORLD);
            MPI_Wait(stage.requests[0], MPI_STATUS_IGNORE);
            assertArrayEquals(new int[] {4, 3, 2, 1}, bare);
            MPI_Finalize();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm"})
    void shouldGoOnWithoutACheckpointWhenSomethingCannotBeSaved(String transport) {
        World.of(2)
                .deadline(deadline())
                .transport(transport)
                .checkpoints(directory)
                .run(rank -> {
                    MPI_Init();
                    Stage stage = Checkpoint.register("stage", new Stage());
                    Object[] bad = Checkpoint.register("bad", new Object[1]);
                    bad[0] = rank == 1 ? new Thread() : "good";
                    assertFalse(Checkpoint.take());
                    bad[0] = null;
                    MPI_Barrier(MPI_COMM_WORLD);
                    assertTrue(Checkpoint.take());
                    MPI_Finalize();
                });
    }
}
