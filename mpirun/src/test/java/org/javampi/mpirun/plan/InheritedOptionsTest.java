package org.javampi.mpirun.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.javampi.mpirun.cli.CheckpointOptions;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** A restart does about checkpoints what the life before did, unless it is told otherwise. */
class InheritedOptionsTest {
    private static CheckpointOptions options(String... words) {
        return CommandLine.populateCommand(new CheckpointOptions(), words);
    }

    private static CheckpointPlan plan(CheckpointOptions options) {
        return new CheckpointPlanner(options).plan(List.of(), false, System.err);
    }

    @Test
    void shouldDoAsBeforeWhenToldNothing() {
        List<String> words = options("--checkpoint-every=50", "--checkpoint-keep=5", "--checkpoint-patience=7", "--ft")
                .words();
        CheckpointOptions next = options("--checkpoint-dir", "d");
        List<String> taken = next.inherit(words);
        assertEquals(words, taken);
        assertEquals(
                "--checkpoint-every 50 --checkpoint-keep 5 --checkpoint-patience 7 --ft 10", String.join(" ", taken));
        assertEquals(50, plan(next).everyPoints());
        assertEquals(5, plan(next).kept());
        assertEquals(7000, plan(next).patienceMs());
        assertEquals(10, next.rollbacks());
        assertEquals(words, next.words(), "and so does the life after it");
    }

    @Test
    void shouldDoWhatItIsToldWhenItIsTold() {
        List<String> words = List.of("--checkpoint-every", "50", "--ft", "4", "-cp", "classes");
        CheckpointOptions next = options("--checkpoint-dir=d", "--checkpoint-every=never", "--ft=0");
        assertEquals(List.of(), next.inherit(words));
        assertEquals(0, plan(next).everyPoints());
        assertEquals(0, plan(next).everyMs());
        assertEquals(0, next.rollbacks());
    }

    @Test
    void shouldLeaveOtherWordsAlone() {
        CheckpointOptions next = options("--checkpoint-dir=d");
        assertEquals(
                List.of("--checkpoint-every", "5s"),
                next.inherit(List.of("-cp", "--ft", "--checkpoint-every", "5s", "-jar", "x.jar")));
        assertEquals(5000, plan(next).everyMs());
        assertEquals(0, next.rollbacks());
    }
}
