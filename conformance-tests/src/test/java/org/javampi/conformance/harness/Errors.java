package org.javampi.conformance.harness;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.javampi.MPIException;
import org.junit.jupiter.api.function.Executable;

/** Calls that must fail under {@code MPI_ERRORS_THROW_EXCEPTIONS}. */
public final class Errors {
    private Errors() {}

    /** {@code call} fails with {@code errorClass}; answers what it threw. */
    public static MPIException expect(int errorClass, Executable call) {
        return expectOneOf(new int[] {errorClass}, call);
    }

    /** {@code call} fails with one of {@code errorClasses}; answers what it threw. */
    public static MPIException expectOneOf(int[] errorClasses, Executable call) {
        MPIException thrown = assertThrows(MPIException.class, call);
        assertTrue(
                Arrays.stream(errorClasses).anyMatch(c -> c == thrown.errorClass()),
                () -> "error class "
                        + thrown.errorClass()
                        + ", not one of "
                        + Arrays.toString(errorClasses)
                        + ": "
                        + thrown.getMessage());
        return thrown;
    }
}
