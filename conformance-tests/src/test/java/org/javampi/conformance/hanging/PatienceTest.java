package org.javampi.conformance.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.javampi.conformance.harness.Stage;
import org.junit.jupiter.api.Test;

/** Programs that take their time are not deadlocked. */
class PatienceTest {
    @Test
    void shouldCallNoProgramDeadlockedThatMayGoOn() {
        Map<String, CompletableFuture<Stage.Ending>> endings = new TreeMap<>();
        Map<String, Stage.Ending> wrong = new TreeMap<>();
        try (Stage stage = new Stage(12)) {
            Patient.worlds().forEach((name, scene) -> {
                String transport = endings.size() % 7 == 0 ? "shm" : "tcp";
                endings.put(name, stage.play(scene, transport));
            });
            endings.forEach((name, ending) -> {
                if (ending.join().status() != 0) {
                    wrong.put(name, ending.join());
                }
            });
        }
        assertEquals(Map.of(), wrong);
    }
}
