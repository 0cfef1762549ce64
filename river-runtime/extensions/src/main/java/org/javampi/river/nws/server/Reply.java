package org.javampi.river.nws.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import org.javampi.river.nws.space.Names;
import org.javampi.river.nws.wire.Dictionary;
import org.javampi.river.nws.wire.Digits;
import org.javampi.river.nws.wire.Option;

/**
 * The shape of replies to one client.
 *
 * <pre>
 *   [dictionary: metadata, if agreed on]
 *   4 digits: status
 *   of operations that return a value, whatever the status:
 *     20 digits: descriptor
 *     [20 bytes: id of the variable, 20 digits: number of the value; not to old clients]
 *     20 digits: length, bytes
 * </pre>
 *
 * @param metadata whether a dictionary stands before each reply
 * @param cookies whether values have one
 */
record Reply(boolean metadata, boolean cookies) {
    private static final String NO_ID = " ".repeat(Digits.LONG);

    /** A status and nothing else. */
    byte[] status(int status, String reason) {
        return (head(status, reason)).getBytes(ISO_8859_1);
    }

    private String head(int status, String reason) {
        String text = Digits.of(status, Digits.SHORT);
        if (!metadata) {
            return text;
        }
        return Dictionary.of(reason == null ? Map.of() : Map.of(Option.REASON, Names.typed(reason))) + text;
    }

    /** What stands before the bytes of a value. */
    byte[] value(long descriptor, String id, long number, long length) {
        return value(0, null, descriptor, id, number, length);
    }

    /** A reply without a value: with a descriptor that is not 0 clients take it for an error of theirs. */
    byte[] noValue(int status, String reason, long descriptor) {
        return value(status, reason, descriptor, NO_ID, 0, 0);
    }

    /** What stands before the bytes of a text that is in no variable. */
    byte[] text(long descriptor, long length) {
        return value(0, null, descriptor, NO_ID, 0, length);
    }

    private byte[] value(int status, String reason, long descriptor, String id, long number, long length) {
        StringBuilder text = new StringBuilder(head(status, reason));
        text.append(Digits.of(descriptor, Digits.LONG));
        if (cookies) {
            text.append(id).append(Digits.of(number, Digits.LONG));
        }
        return text.append(Digits.of(length, Digits.LONG)).toString().getBytes(ISO_8859_1);
    }
}
