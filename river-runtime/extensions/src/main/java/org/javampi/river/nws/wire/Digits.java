package org.javampi.river.nws.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/** Numbers on the wire: decimal digits, padded with zeros. */
public final class Digits {
    /** Digits of counts, statuses and dictionary lengths. */
    public static final int SHORT = 4;

    /** Digits of lengths, descriptors and indices. */
    public static final int LONG = 20;

    private Digits() {}

    /** A number with so many digits at least. */
    public static String of(long number, int digits) {
        String text = Long.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /**
     * Reads a number and goes past it.
     *
     * @param what it is, for the error
     * @return -1, and nothing is read, when there are too few bytes
     */
    public static long tryRead(ByteBuffer in, int digits, String what) throws ProtocolException {
        if (in.remaining() < digits) {
            return -1;
        }
        long number = 0;
        for (int i = 0; i < digits; i++) {
            int digit = in.get(in.position() + i) - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
                byte[] bytes = new byte[digits];
                in.get(bytes);
                throw new ProtocolException(what + ": '" + printable(bytes) + "' is not a number of " + digits
                        + " decimal digits up to " + Long.MAX_VALUE);
            }
            number = number * 10 + digit;
        }
        in.position(in.position() + digits);
        return number;
    }

    /** Bytes as text in an error message. */
    public static String printable(byte[] bytes) {
        return new String(bytes, ISO_8859_1).replaceAll("[^ -~]", "?");
    }
}
