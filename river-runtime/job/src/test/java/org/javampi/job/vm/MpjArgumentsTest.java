package org.javampi.job.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MpjArgumentsTest {
    /** Where the class Sum has that in its constant pool. */
    private static ClassLoader having(String constants) {
        return new ClassLoader(null) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return name.equals("Sum.class")
                        ? new ByteArrayInputStream(constants.getBytes(StandardCharsets.ISO_8859_1))
                        : null;
            }
        };
    }

    private static Throwable thrown(Throwable thrown, String type, String method) {
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, method, "Sum.java", 7)});
        return thrown;
    }

    @ParameterizedTest
    @CsvSource({
        "Sum, main, mpi/MPI, 1, true",
        "Sum, main, mpi/MPI, 2, false",
        "Sum, read, mpi/MPI, 1, false",
        "Other, main, mpi/MPI, 1, false",
        "Sum, main, org/mpi/MPI, 1, false"
    })
    void shouldAdviseProgramsOfThatDialectWhoseMainMissesAnArgument(
            String type, String method, String named, int given, boolean advised) {
        String constants = "\312\376\1\0" + (char) named.length() + named + "\1\0\4Code";
        Throwable missing =
                thrown(new ArrayIndexOutOfBoundsException("Index 3 out of bounds for length 1"), type, method);
        String hint = MpjArguments.hint(missing, given, having(constants));
        assertEquals(advised, hint.contains("--mpj-args"), hint);
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void shouldNotAdviseWhenSomethingElseIsWrong(int given) {
        Throwable other = thrown(new IllegalStateException("length 1"), "Sum", "main");
        assertEquals("", MpjArguments.hint(other, given, having("\1\0\7mpi/MPI")));
        Throwable withoutStack = new ArrayIndexOutOfBoundsException("length 1");
        withoutStack.setStackTrace(new StackTraceElement[0]);
        assertEquals("", MpjArguments.hint(withoutStack, given, having("\1\0\7mpi/MPI")));
        assertTrue(MpjArguments.of(0, 4).isEmpty());
    }
}
