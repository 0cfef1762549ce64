package org.javampi.river.nws;

/**
 * A value that cannot be read as what it was asked for: it is of another language, or of a class that must be asked for.
 * The value itself is here, since a fetch has taken it from the server.
 */
public class NwsUnreadableException extends NwsException {
    private static final long serialVersionUID = 1;

    private final long descriptor;
    private final byte[] bytes;

    NwsUnreadableException(String m, Throwable cause, long descriptor, byte[] bytes) {
        super(m, cause);
        this.descriptor = descriptor;
        this.bytes = bytes;
    }

    /** The bytes as they came. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Reads the value as a class that is asked for now.
     *
     * @throws NwsUnreadableException when it is no such object
     */
    public <T> T read(Class<T> c) {
        return ValueFormat.decode(descriptor, bytes, c, "the value");
    }
}
