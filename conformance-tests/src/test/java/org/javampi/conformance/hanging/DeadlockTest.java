package org.javampi.conformance.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.javampi.conformance.harness.Scene;
import org.javampi.conformance.harness.Stage;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

/** Programs that deadlock are reported as that, with each rank's call and line. */
class DeadlockTest {
    private static final int DEADLOCKED = 125;

    /** How long a rank may have waited when the report is made. */
    private static final long LONGEST_S = Patience.seconds(20);

    private static final Pattern WAITED = Pattern.compile(", for (\\d+) s");
    private static final Path SOURCE = Path.of("src/test/java/org/javampi/conformance/hanging/Hanging.java");

    @Test
    void shouldReportEachDeadlockWithItsLines() throws Exception {
        Map<String, CompletableFuture<Stage.Ending>> endings = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        try (Stage stage = new Stage(8)) {
            Hanging.all().forEach((name, scene) -> {
                String transport = endings.size() % 5 == 0 ? "shm" : "tcp";
                endings.put(name, stage.play(scene, transport));
            });
            for (Map.Entry<String, Scene> entry : Hanging.all().entrySet()) {
                String name = entry.getKey();
                Stage.Ending ending = endings.get(name).join();
                if (ending.status() != DEADLOCKED || isLate(ending.message())) {
                    faults.add(name + " was not reported in time: " + ending);
                }
                List<String> facts = entry.getValue().factsIn(SOURCE, name);
                assertTrue(!facts.isEmpty(), name);
                facts.add("deadlock: ");
                facts.removeIf(ending.message()::contains);
                facts.forEach(fact -> faults.add(name + " does not say \"" + fact + "\":\n" + ending));
            }
        }
        assertEquals(List.of(), faults, () -> String.join("\n\n", faults));
    }

    /** It takes 1 to 2 s; a machine with many other processes gets more time. */
    private static boolean isLate(String report) {
        Matcher waited = WAITED.matcher(report);
        boolean late = false;
        while (waited.find()) {
            late |= Long.parseLong(waited.group(1)) > LONGEST_S;
        }
        return late;
    }
}
