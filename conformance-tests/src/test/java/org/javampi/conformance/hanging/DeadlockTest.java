package org.javampi.conformance.hanging;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javampi.core.world.World;
import org.javampi.core.world.WorldFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs that deadlock are reported as that, with each rank's call and line. */
@Timeout(600)
class DeadlockTest {
    private static final int DEADLOCKED = 125;

    /** How long a rank may have waited when the report is made. */
    private static final int LONGEST_S = 20;

    private static final Pattern WAITED = Pattern.compile(", for (\\d+) s");
    private static final Path SOURCE = Path.of("src/test/java/org/javampi/conformance/hanging/Hanging.java");

    /** Worlds wait for most of their time. */
    private final ThreadPoolExecutor together = new ThreadPoolExecutor(
            8, 8, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> new Thread(task, "scene"));

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
    void shouldReportEachDeadlockWithItsLines() throws Exception {
        Map<String, CompletableFuture<String>> reports = new TreeMap<>();
        Hanging.all().forEach((name, program) -> {
            String transport = reports.size() % 5 == 0 ? "shm" : "tcp";
            reports.put(
                    name + " over " + transport,
                    CompletableFuture.supplyAsync(() -> run(program, transport), together));
        });
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, CompletableFuture<String>> entry : reports.entrySet()) {
            String name = entry.getKey().substring(0, entry.getKey().lastIndexOf(" over "));
            String report = entry.getValue().join();
            if (isLate(report)) {
                faults.add(entry.getKey() + " was reported late:\n" + report);
            }
            for (String fact : facts(name)) {
                if (!report.contains(fact)) {
                    faults.add(entry.getKey() + " does not say \"" + fact + "\":\n" + report);
                }
            }
        }
        assertEquals(List.of(), faults, () -> String.join("\n\n", faults));
    }

    private static String run(Hanging.Program program, String transport) {
        try {
            World.of(program.size())
                    .transport(transport)
                    .deadline(Duration.ofSeconds(120))
                    .run(rank -> {
                        MPI_Init();
                        program.body().run(rank);
                        MPI_Finalize();
                    });
        } catch (WorldFailure failure) {
            return failure.status() == DEADLOCKED
                    ? failure.getMessage()
                    : "status " + failure.status() + ": " + failure.getMessage();
        }
        return "it has ended";
    }

    /** It takes 1 to 2 s; a machine with many other processes gets more time. */
    private static boolean isLate(String report) {
        Matcher waited = WAITED.matcher(report);
        boolean late = false;
        while (waited.find()) {
            late |= Integer.parseInt(waited.group(1)) > LONGEST_S;
        }
        return late;
    }

    private static List<String> facts(String name) throws IOException {
        List<String> facts = new ArrayList<>(List.of(Hanging.all().get(name).facts()));
        facts.add("deadlock: ");
        List<String> lines = Files.readAllLines(SOURCE);
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith("// [" + name + "]")) {
                facts.add("Hanging.java:" + (i + 1));
            }
        }
        assertTrue(facts.size() > 1, name);
        return facts;
    }
}
