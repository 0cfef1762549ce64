package org.javampi.job;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is left of stacks: the program's part. */
class ProgramStackTest {
    private static final String[] BELOW_MAIN = {
        "jdk.internal.reflect.DirectMethodHandleAccessor.invoke",
        "java.lang.reflect.Method.invoke",
        "org.javampi.job.vm.Program.lambda$main$0",
        "org.javampi.job.vm.VirtualMachine.run",
        "java.lang.Thread.run"
    };

    private static StackTraceElement[] frames(String... methods) {
        return Arrays.stream(methods)
                .map(method -> {
                    int dot = method.lastIndexOf('.');
                    return new StackTraceElement(method.substring(0, dot), method.substring(dot + 1), null, -1);
                })
                .toArray(StackTraceElement[]::new);
    }

    private static StackTraceElement[] inMain(String... methods) {
        return frames(Stream.concat(Stream.of(methods), Stream.of(BELOW_MAIN)).toArray(String[]::new));
    }

    @Test
    void shouldEndWithTheProgramsMain() {
        assertArrayEquals(
                frames("java.lang.reflect.Array.get", "Ring.main"),
                ProgramStack.of(inMain("java.lang.reflect.Array.get", "Ring.main")));
    }

    @Test
    void shouldKeepAStackThatLeadsToNoMain() {
        StackTraceElement[] own = frames("Worker.run", "java.lang.Thread.run");
        assertSame(own, ProgramStack.of(own));
    }

    @Test
    void shouldCutEveryCauseOfAThrowable() {
        IllegalStateException cause = new IllegalStateException("cause");
        cause.setStackTrace(inMain("Ring.turn", "Ring.main"));
        RuntimeException thrown = new RuntimeException("thrown", cause);
        thrown.setStackTrace(inMain("Ring.main"));
        assertEquals(
                "java.lang.RuntimeException: thrown\n"
                        + "\tat Ring.main(Unknown Source)\n"
                        + "Caused by: java.lang.IllegalStateException: cause\n"
                        + "\tat Ring.turn(Unknown Source)\n"
                        + "\t... 1 more",
                ProgramStack.text(thrown).replace(System.lineSeparator(), "\n"));
    }

    @Test
    void shouldBeginWhereTheProgramHasCalledExit() {
        StackTraceElement[] frames = inMain(
                "java.lang.Object.wait",
                "java.lang.Shutdown.exit",
                "java.lang.Runtime.exit",
                "java.lang.System.exit",
                "Ring.main");
        assertEquals(
                "\tat java.lang.System.exit(Unknown Source)\n\tat Ring.main(Unknown Source)",
                ProgramStack.text(ProgramStack.ofExit(frames)));
        assertEquals(0, ProgramStack.ofExit(frames("java.lang.Shutdown.exit", "java.lang.Terminator.handle")).length);
    }
}
