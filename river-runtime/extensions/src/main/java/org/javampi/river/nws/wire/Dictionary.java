package org.javampi.river.nws.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Options and metadata on the wire.
 *
 * <pre>
 *   4 digits: count
 *   count times:  4 digits: length, key, 4 digits: length, value
 * </pre>
 *
 * Keys and values are bytes; each char of a text is one.
 */
public final class Dictionary {
    private static final int LONGEST = 9_999;

    private Dictionary() {}

    /** The bytes of a dictionary, as chars; texts beyond 9999 bytes are cut. */
    public static String of(Map<String, String> pairs) {
        StringBuilder text = new StringBuilder(Digits.of(pairs.size(), Digits.SHORT));
        pairs.forEach((key, value) -> {
            append(text, key);
            append(text, value);
        });
        return text.toString();
    }

    private static void append(StringBuilder text, String part) {
        String cut = part.substring(0, Math.min(LONGEST, part.length()));
        text.append(Digits.of(cut.length(), Digits.SHORT)).append(cut);
    }

    /**
     * Reads a dictionary and goes past it.
     *
     * @return null, and nothing is read, when there are too few bytes
     */
    public static Map<String, String> tryRead(ByteBuffer in) throws ProtocolException {
        int start = in.position();
        long count = Digits.tryRead(in, Digits.SHORT, "count of a dictionary");
        Map<String, String> pairs = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            String key = tryReadText(in);
            String value = key == null ? null : tryReadText(in);
            if (value == null) {
                in.position(start);
                return null;
            }
            pairs.put(key, value);
        }
        return count < 0 ? null : pairs;
    }

    private static String tryReadText(ByteBuffer in) throws ProtocolException {
        long length = Digits.tryRead(in, Digits.SHORT, "length in a dictionary");
        if (length < 0 || in.remaining() < length) {
            return null;
        }
        byte[] bytes = new byte[(int) length];
        in.get(bytes);
        return new String(bytes, ISO_8859_1);
    }
}
