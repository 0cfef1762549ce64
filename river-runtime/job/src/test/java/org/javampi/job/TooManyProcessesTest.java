package org.javampi.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TooManyProcessesTest {
    private static StackTraceElement frame(String type, String method) {
        return new StackTraceElement(type, method, type + ".java", 7);
    }

    @Test
    void shouldShowTheProgramsFramesOnly() {
        OutOfMemoryError thrown = new OutOfMemoryError("unable to create native thread: possibly out of memory");
        thrown.setStackTrace(new StackTraceElement[] {
            frame("java.lang.Thread", "start0"),
            frame("org.javampi.transport.shm.Uninterrupted", "run"),
            frame("org.javampi.Environment", "MPI_Init"),
            frame("Prog", "main")
        });
        assertTrue(TooManyProcesses.isCauseOf(thrown));
        List<String> lines = TooManyProcesses.text(thrown).lines().toList();
        assertEquals(2, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith("no more threads can be started; "), lines.get(0));
        assertTrue(lines.get(0).endsWith(": raise the limit, or start fewer JVMs (-np, --vm-ranks)"), lines.get(0));
        assertEquals("\tat Prog.main(Prog.java:7)", lines.get(1));
    }

    @Test
    void shouldLeaveOtherErrorsAlone() {
        assertFalse(TooManyProcesses.isCauseOf(new OutOfMemoryError("Java heap space")));
        assertFalse(TooManyProcesses.isCauseOf(new IllegalStateException("native thread")));
    }

    @Test
    void shouldRefuseNoJobThatFits() {
        assertNull(TooManyProcesses.before(0));
    }
}
