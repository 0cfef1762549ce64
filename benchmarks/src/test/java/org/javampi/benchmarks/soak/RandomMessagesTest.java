package org.javampi.benchmarks.soak;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.stream.Stream;
import org.javampi.Tool;
import org.javampi.benchmarks.WrongMpi;
import org.javampi.core.world.World;
import org.javampi.core.world.WorldFailure;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A short soak over each transport, in one VM; the seed stands in every failure's text. */
class RandomMessagesTest {
    private static final Duration DEADLINE = Patience.duration(120);

    @ParameterizedTest
    @CsvSource({"shm, 4, 1", "tcp, 4, 2", "tcp, 3, 3", "shm, 8, 4", "'shm,tcp', 1, 5"})
    void shouldDeliverEachMessageOnceWholeAndInOrder(String transport, int ranks, long seed) {
        World.of(ranks)
                .transport(transport)
                .deadline(DEADLINE)
                .run(rank -> RandomMessages.main(new String[] {"20000", Long.toString(seed)}));
    }

    @Test
    void shouldMixTransportsAcrossHosts() {
        World.of(5)
                .transport("shm,tcp")
                .hosts(rank -> rank / 2)
                .deadline(DEADLINE)
                .run(rank -> RandomMessages.main(new String[] {"20000", "6"}));
    }

    @ParameterizedTest
    @CsvSource({"shm, 11", "tcp, 12", "shm, 13", "tcp, 14"})
    void shouldDeliverOverATransportFullOfFaults(String inner, long seed) {
        World.of(4)
                .transport("faulty")
                .setting("faulty.inner", inner)
                .setting("faulty.seed", Long.toString(seed))
                .deadline(DEADLINE)
                .run(rank -> RandomMessages.main(new String[] {"5000", Long.toString(seed)}));
    }

    /** Without these the soak could not fail. */
    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldFindWhatIsWrong(Class<? extends Tool> wrong, String found) throws Exception {
        WrongMpi.with(
                wrong,
                () -> assertFound(found, () -> World.of(2)
                        .deadline(DEADLINE)
                        .run(rank -> RandomMessages.main(new String[] {"200", "15"}))));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void shouldFindWhatIsWrongInTheSiegesMessages(Class<? extends Tool> wrong, String found) throws Exception {
        String its = found.replace("differs at byte", "is torn at").replace("but got tag", "but got");
        WrongMpi.with(
                wrong,
                () -> assertFound(its, () -> World.of(2)
                        .deadline(DEADLINE)
                        .run(rank -> SurvivingMessages.main(new String[] {"9", "15"}))));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(WrongMpi.TornMessages.class, "differs at byte"),
                Arguments.of(WrongMpi.LostMessage.class, "but got tag"),
                Arguments.of(WrongMpi.DoubledMessage.class, "but got tag"),
                Arguments.of(WrongMpi.InventedMessage.class, "a message is left that nobody has sent"));
    }

    private static void assertFound(String text, Executable run) {
        WorldFailure failure = assertThrows(WorldFailure.class, run);
        StringBuilder all = new StringBuilder(failure.getMessage());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            all.append('\n').append(cause);
        }
        assertTrue(all.toString().contains(text), all.toString());
    }
}
