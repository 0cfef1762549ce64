package org.javampi.conformance.freeze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs that never heard of checkpoints, killed behind a checkpoint at a random moment and begun again elsewhere, print
 * what they print undisturbed. {@code -Dconformance.seed=S -Dconformance.kills=N} plays others; {@link FreezeSoak} does so
 * for long.
 */
@Timeout(600)
class UnmodifiedProgramsTest {
    private static final int KILLS = Integer.getInteger("conformance.kills", 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Messages$Counting",
                "Messages$Round",
                "Messages$Exchange",
                "Messages$Pending",
                "Messages$Persistent",
                "Messages$Dealing",
                "Messages$Looking",
                "Messages$AnyOrder",
                "Messages$Buffers",
                "Messages$Views",
                "Messages$Matched",
                "Groups$Parts",
                "Groups$Types",
                "Groups$Operations",
                "Groups$Later",
                "Groups$Grid",
                "Groups$Members",
                "Language$Recursion",
                "Language$Iterators",
                "Language$Identity",
                "Language$Lambdas",
                "Language$Statics",
                "Language$Exceptions",
                "Language$Shapes",
                "Language$Values",
                "Language$Locks",
                "Language$Constructors",
                "Language$Surroundings",
                "Language$Library",
                "Old$MpiJava",
                "Old$OpenMpi"
            })
    void shouldPrintTheSameWhenKilledAndRestarted(String program) throws Exception {
        long seed = Long.getLong("conformance.seed", System.nanoTime());
        String line = program + ": -Dconformance.seed=" + seed + " -Dconformance.kills=" + KILLS;
        System.out.println(line);
        Path classes = Path.of(UnmodifiedProgramsTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Lives lives = new Lives("org.javampi.conformance.freeze.programs." + program, classes.toString());
        List<List<String>> expected = lives.undisturbed();
        assertTrue(expected.stream().anyMatch(lines -> !lines.isEmpty()), "the program prints nothing");
        List<Lives.Life> all = lives.all(new Random(seed), folder, KILLS);
        assertEquals("", Lives.difference(expected, all), line);
        assertTrue(all.get(0).checkpoints() > 0, "no checkpoint was taken: " + line + Lives.NOT_TAKEN);
    }
}
