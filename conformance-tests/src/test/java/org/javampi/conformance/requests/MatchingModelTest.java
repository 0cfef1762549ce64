package org.javampi.conformance.requests;

import static org.javampi.MPI.MPI_ANY_SOURCE;
import static org.javampi.MPI.MPI_ANY_TAG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The model that the random mixes are compared with finds what is wrong. */
class MatchingModelTest {
    private static Sent sent(int number, int tag) {
        return new Sent(1, number, 0, 0, tag, 8, true, false, -1, 10 + number);
    }

    private static Sent cancelledSend(int number, int tag, int asked) {
        return new Sent(1, number, 0, 0, tag, 8, true, true, asked, asked + 1);
    }

    private static Received received(int number, int tag, int message, int messageTag) {
        return new Received(number, 0, MPI_ANY_SOURCE, tag, false, 1, message, messageTag, 8, -1, 10 + number);
    }

    private static Received cancelledReceive(int number, int tag, int asked) {
        return new Received(number, 0, 1, tag, true, -1, -1, -1, -1, asked, asked + 1);
    }

    private static void assertFine(List<Sent> sent, List<Received> received) {
        assertEquals(List.of(), MatchingModel.complaints(sent, received));
    }

    private static void assertFound(String what, List<Sent> sent, List<Received> received) {
        List<String> found = MatchingModel.complaints(sent, received);
        assertTrue(found.size() == 1 && found.get(0).startsWith(what), found.toString());
    }

    @Test
    void shouldAcceptWhatTheStandardAllows() {
        assertFine(List.of(), List.of());
        // In order with one tag, in any order with two.
        assertFine(List.of(sent(0, 5), sent(1, 5)), List.of(received(0, 5, 0, 5), any(1, 1, 5)));
        assertFine(List.of(sent(0, 5), sent(1, 6)), List.of(received(0, 6, 1, 6), received(1, 5, 0, 5)));
        // Cancelled before the next one could be taken, on either side.
        assertFine(List.of(cancelledSend(0, 5, 3), sent(1, 5)), List.of(any(0, 1, 5)));
        assertFine(List.of(sent(0, 5)), List.of(cancelledReceive(0, 5, 3), any(1, 0, 5)));
    }

    private static Received any(int number, int message, int messageTag) {
        return received(number, MPI_ANY_TAG, message, messageTag);
    }

    @Test
    void shouldFindWhatIsLostDoubledOrInvented() {
        assertFound("neither cancelled nor received", List.of(sent(0, 5)), List.of());
        assertFound("received twice", List.of(sent(0, 5)), List.of(any(0, 0, 5), any(1, 0, 5)));
        assertFound("nobody has sent", List.of(), List.of(any(0, 0, 5)));
        assertFound("cancelled and received", List.of(cancelledSend(0, 5, 3)), List.of(any(0, 0, 5)));
        assertFound("not what was sent", List.of(sent(0, 5)), List.of(received(0, 6, 0, 5)));
        assertFound("not what was sent", List.of(sent(0, 5)), List.of(any(0, 0, 6)));
    }

    @Test
    void shouldFindWhatOvertakes() {
        List<Sent> two = List.of(sent(0, 5), sent(1, 5));
        assertFound("overtaken: ", two, List.of(any(0, 1, 5), any(1, 0, 5)));
        assertFound("overtaken: ", List.of(sent(0, 5), sent(1, 6)), List.of(any(0, 1, 6), received(1, 5, 0, 5)));
        assertFound(
                "overtaken, and cancelled only then",
                List.of(cancelledSend(0, 5, 30), sent(1, 5)),
                List.of(any(0, 1, 5)));
        assertFound(
                "passed over, and cancelled only then",
                List.of(sent(0, 5)),
                List.of(cancelledReceive(0, 5, 30), any(1, 0, 5)));
    }
}
