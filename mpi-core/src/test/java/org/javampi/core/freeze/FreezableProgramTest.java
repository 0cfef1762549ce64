package org.javampi.core.freeze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.javampi.continuations.objects.ObjectStore;
import org.javampi.core.image.OtherProgramException;
import org.junit.jupiter.api.Test;

/** A life that was saved by another JVM. */
class FreezableProgramTest {
    private static String refusal(String saved) {
        FreezableProgram program = new FreezableProgram(null);
        return assertThrows(OtherProgramException.class, () -> program.revive(saved))
                .getMessage();
    }

    @Test
    void shouldNameBothVersionsOfJava() {
        assertEquals(
                "it was written by Java 16.0.1+2, and this is " + Runtime.version() + ": restart it with that one",
                refusal("java 16.0.1+2 " + ObjectStore.memoryLayout() + "\n"));
    }

    @Test
    void shouldNameAnotherLayoutOfMemory() {
        assertEquals(
                "it was written by a JVM that lays objects out in memory otherwise (arrays begin at 99, here at "
                        + ObjectStore.memoryLayout() + "): give this one the same options",
                refusal("java " + Runtime.version() + " 99\n"));
    }
}
