package org.javampi.conformance.hanging;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.javampi.core.world.World;
import org.javampi.core.world.WorldFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs that take their time are not deadlocked. */
@Timeout(600)
class PatienceTest {
    private final ThreadPoolExecutor together = new ThreadPoolExecutor(
            12, 12, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> new Thread(task, "scene"));

    /** Threads that come later might belong to a world that is running. */
    @BeforeEach
    void start() {
        together.prestartAllCoreThreads();
    }

    @AfterEach
    void end() {
        together.shutdownNow();
    }

    @Test
    void shouldCallNoProgramDeadlockedThatMayGoOn() {
        Map<String, CompletableFuture<String>> ends = new TreeMap<>();
        Patient.worlds().forEach((name, program) -> {
            String transport = ends.size() % 7 == 0 ? "shm" : "tcp";
            ends.put(name, CompletableFuture.supplyAsync(() -> run(program, transport), together));
        });
        Map<String, String> wrong = new TreeMap<>();
        ends.forEach((name, end) -> {
            if (!end.join().isEmpty()) {
                wrong.put(name, end.join());
            }
        });
        assertEquals(Map.of(), wrong);
    }

    private static String run(Hanging.Program program, String transport) {
        try {
            World.of(program.size())
                    .transport(transport)
                    .deadline(Duration.ofSeconds(300))
                    .run(rank -> {
                        MPI_Init();
                        program.body().run(rank);
                        MPI_Finalize();
                    });
            return "";
        } catch (WorldFailure failure) {
            return failure.getMessage();
        }
    }
}
