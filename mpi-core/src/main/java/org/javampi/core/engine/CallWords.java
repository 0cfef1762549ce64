package org.javampi.core.engine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What a rank says of its calls on a communicator to another one. As bytes, in network order:
 *
 * <pre>
 *  0  byte  saying: its place in {@link Saying}
 *  1  byte  1: the sender waits in its last call
 *  2  byte  1: an answer is wanted
 *  3  byte  number of calls that follow
 *  4  int   calls of the sender
 *  8  int   number of the last blocking call that it has finished
 * 12  int   TELLS: error class; else a sum over all calls
 * 16  long  call, long its length: the last ones, in order
 *     ...   TELLS: what has failed, UTF-8
 * </pre>
 *
 * @param count calls of the sender
 * @param calls of the last ones {@linkplain CallCode code} and length in turn
 * @param text what has failed, or empty
 */
record CallWords(
        Saying saying,
        boolean waits,
        boolean wantsAnswer,
        int count,
        int finished,
        int sum,
        long[] calls,
        String text) {
    private static final int HEADER_BYTES = 16;
    private static final int CALL_BYTES = 2 * Long.BYTES;
    private static final int LONGEST_TEXT = 1000;

    /** Words are at most this long. */
    static final int LONGEST_BYTES = HEADER_BYTES + CALL_BYTES * CallLedger.KEPT + LONGEST_TEXT;

    /** Why the words are sent. */
    enum Saying {
        /** The sender waits in a call, or wants to know of the receiver's. */
        ASKS,
        /** The receiver has asked. */
        ANSWERS,
        /** The calls on the communicator have failed. */
        TELLS,
        /** The sender makes no further calls. */
        DEPARTS;

        private static final Saying[] ALL = values();
    }

    /** Number of the first call that is described. */
    int first() {
        return count - calls.length / 2 + 1;
    }

    /** Whether a call is described. */
    boolean has(int number) {
        return number >= first() && number <= count;
    }

    /** Code of a call that is described. */
    long what(int number) {
        return calls[2 * (number - first())];
    }

    /** Length of a call that is described. */
    long length(int number) {
        return calls[2 * (number - first()) + 1];
    }

    ByteBuffer toBytes() {
        byte[] end = text.getBytes(StandardCharsets.UTF_8);
        int endBytes = Math.min(end.length, LONGEST_TEXT);
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + Long.BYTES * calls.length + endBytes);
        bytes.put((byte) saying.ordinal()).put((byte) (waits ? 1 : 0)).put((byte) (wantsAnswer ? 1 : 0));
        bytes.put((byte) (calls.length / 2));
        bytes.putInt(count).putInt(finished).putInt(sum);
        for (long word : calls) {
            bytes.putLong(word);
        }
        return bytes.put(end, 0, endBytes).flip();
    }

    /** Words from their bytes, or null when they are none. */
    static CallWords of(byte[] all) {
        if (all.length < HEADER_BYTES || all[0] < 0 || all[0] >= Saying.ALL.length) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(all);
        Saying saying = Saying.ALL[bytes.get()];
        boolean waits = bytes.get() != 0;
        boolean wantsAnswer = bytes.get() != 0;
        int described = Math.max(0, Math.min(bytes.get(), (bytes.limit() - HEADER_BYTES) / CALL_BYTES));
        int count = bytes.getInt();
        int finished = bytes.getInt();
        int sum = bytes.getInt();
        long[] calls = new long[2 * described];
        for (int i = 0; i < calls.length; i++) {
            calls[i] = bytes.getLong();
        }
        String text = StandardCharsets.UTF_8.decode(bytes).toString();
        return new CallWords(saying, waits, wantsAnswer, count, finished, sum, calls, text);
    }
}
