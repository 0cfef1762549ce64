package org.javampi.core.record;

import org.javampi.core.buffer.Block;
import org.javampi.core.failure.MpiFailure;

/** What a call sends, as a number that is compared. */
final class SentData {
    private SentData() {}

    /** A check sum, 0 for nothing. Before the call. */
    static long sum(Function function, Object[] given, RequestsOfCall requests, Buffers buffers, Staging staging) {
        try {
            return switch (function.treatment()) {
                case MESSAGE, STARTS, COLLECTIVE -> {
                    Block[] sent = buffers.sent(function, given);
                    yield sent.length == 0 ? 0 : 1L + Integer.toUnsignedLong(staging.sum(sent));
                }
                case RESTARTS, READIES -> requests.sumOfSent(function, given, staging);
                default -> 0;
            };
        } catch (MpiFailure | IndexOutOfBoundsException | NullPointerException e) {
            // Arguments that the call itself is going to refuse.
            return 0;
        }
    }
}
