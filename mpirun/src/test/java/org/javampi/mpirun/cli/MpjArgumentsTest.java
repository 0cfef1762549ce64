package org.javampi.mpirun.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.javampi.mpirun.failure.WrongUsage;
import org.junit.jupiter.api.Test;

/** Command lines of MPJ Express and FastMPJ. */
class MpjArgumentsTest {
    private static String translated(String line) {
        return String.join(" ", MpjArguments.read(List.of(line.split(" "))).forJavampirun());
    }

    @Test
    void shouldTakeOptionsBeforeAndBehindTheClass() {
        assertEquals("-np 4 Main", translated("-np 4 Main"));
        assertEquals("-np 4 Main", translated("Main -np 4"));
        assertEquals("-np 4 -wdir /tmp Main a b", translated("-np 4 Main a -wdir /tmp b"));
    }

    @Test
    void shouldPassOptionsOfTheJvmBeforeTheClassOnly() {
        assertEquals("-np 2 -Xmx1g -Dx=y Main -Dz", translated("-Xmx1g -np 2 -Dx=y Main -Dz"));
    }

    @Test
    void shouldTakeJarsClassPathsAndHosts() {
        assertEquals("-np 2 -cp a:b -jar x.jar in", translated("-np 2 -cp a:b -jar x.jar in"));
        assertEquals("-np 2 -machinesfile m -debug 8000 Main", translated("-np 2 -machinesfile m -debug 8000 Main"));
        assertEquals("-np 2 Main", translated("-np 2 -class Main"));
    }

    @Test
    void shouldSayWhatIsDoneInsteadOfADevice() {
        for (String device : new String[] {"multicore", "niodev", "hybdev", "ibvdev"}) {
            MpjArguments read = MpjArguments.read(List.of("-np", "2", "-dev", device, "Main"));
            assertEquals(List.of("-np", "2", "Main"), read.forJavampirun());
            assertEquals(1, read.notes().size());
            assertTrue(read.notes().get(0).contains(device), read.notes().get(0));
        }
        assertEquals(
                2,
                MpjArguments.read(List.of("-localloader", "-psl", "5", "Main"))
                        .notes()
                        .size());
    }

    @Test
    void shouldSayWhatIsMissing() {
        assertTrue(assertThrows(WrongUsage.class, () -> translated("-np 4"))
                .getMessage()
                .contains("no program"));
        assertTrue(assertThrows(WrongUsage.class, () -> translated("Main -np"))
                .getMessage()
                .contains("-np"));
    }
}
