package org.javampi.river.nws.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.javampi.river.nws.wire.Dictionary;
import org.javampi.river.nws.wire.Digits;
import org.javampi.river.nws.wire.ProtocolException;

/**
 * Makes requests of a client's bytes, however they are cut.
 *
 * <pre>
 *   [dictionary: metadata, if agreed on]
 *   4 digits: count of arguments
 *   count times:  20 digits: length, bytes
 * </pre>
 *
 * The last of five arguments of {@code store} goes to a {@link ContentSink} as it comes; the others are names and must
 * fit the connection's buffer.
 */
final class RequestReader {
    private static final int STORE_ARGUMENTS = 5;

    private final Spool spool;
    private final boolean metadataComes;
    private Map<String, String> metadata;
    private long count = -1;
    private long length = -1;
    private List<String> arguments = new ArrayList<>();
    private ContentSink value;

    RequestReader(Spool spool, boolean metadataComes) {
        this.spool = spool;
        this.metadataComes = metadataComes;
    }

    /** How many bytes of a value are still to come. */
    long missing() {
        return value == null ? 0 : value.missing();
    }

    /**
     * Reads the next request.
     *
     * @return null when more bytes are needed
     * @throws ProtocolException when the bytes are no request
     */
    Request next(ByteBuffer in) throws ProtocolException {
        if (metadata == null) {
            metadata = metadataComes ? Dictionary.tryRead(in) : Map.of();
            if (metadata == null) {
                return null;
            }
        }
        if (count < 0) {
            count = Digits.tryRead(in, Digits.SHORT, "count of arguments");
            if (count < 0) {
                return null;
            }
        }
        while (arguments.size() < count) {
            if (length < 0) {
                length = Digits.tryRead(in, Digits.LONG, "length of argument " + arguments.size());
                if (length < 0) {
                    return null;
                }
            }
            if (isValue()) {
                return tryFinishValue(in);
            }
            if (length > Connection.LONGEST_NAME) {
                throw new ProtocolException("argument " + arguments.size() + " of '"
                        + (arguments.isEmpty() ? "" : arguments.get(0)) + "' has " + length
                        + " bytes (names have at most " + Connection.LONGEST_NAME + ")");
            }
            if (in.remaining() < length) {
                return null;
            }
            byte[] bytes = new byte[(int) length];
            in.get(bytes);
            arguments.add(new String(bytes, ISO_8859_1));
            length = -1;
        }
        return finish();
    }

    private boolean isValue() {
        return count == STORE_ARGUMENTS
                && arguments.size() == STORE_ARGUMENTS - 1
                && arguments.get(0).equals("store");
    }

    private Request tryFinishValue(ByteBuffer in) {
        if (value == null) {
            value = new ContentSink(length, spool);
        }
        value.take(in);
        return value.missing() == 0 ? finish() : null;
    }

    private Request finish() {
        Request request = new Request(arguments, metadata, value);
        metadata = null;
        count = -1;
        length = -1;
        arguments = new ArrayList<>();
        value = null;
        return request;
    }

    /** The client is gone; a value that has begun is dropped. */
    void abandon() {
        if (value != null) {
            value.abandon();
        }
    }
}
