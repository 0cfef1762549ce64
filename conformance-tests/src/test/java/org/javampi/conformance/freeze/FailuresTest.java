package org.javampi.conformance.freeze;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.javampi.conformance.freeze.programs.TooShort;
import org.javampi.core.world.World;
import org.javampi.core.world.WorldFailure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors of programs that can be frozen anywhere: a blocking call is a start and a wait inside. */
class FailuresTest {
    @ParameterizedTest
    @ValueSource(strings = {"MPI_Recv", "MPI_Sendrecv", "MPI_Send"})
    void shouldNameTheFunctionThatTheProgramHasCalled(String function) {
        WorldFailure failure = assertThrows(WorldFailure.class, () -> World.of(1)
                .runProgram(TooShort.class.getName(), System.getProperty("java.class.path"), function));
        assertTrue(failure.getMessage().contains("MPI_COMM_WORLD: " + function + ": "), failure.getMessage());
    }
}
