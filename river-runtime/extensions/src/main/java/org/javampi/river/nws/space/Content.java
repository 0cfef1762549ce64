package org.javampi.river.nws.space;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/**
 * The bytes of a value, held once however many connections send them. Made with one user; the last user's {@link
 * #release} frees it.
 */
public interface Content {
    /** How many bytes it has. */
    long size();

    /**
     * Writes bytes, as many as the channel takes now.
     *
     * @param position of the first
     * @param limit how many at most
     * @return how many were written
     * @throws IOException when the channel or the file that holds the bytes fails
     */
    long writeTo(WritableByteChannel channel, long position, long limit) throws IOException;

    /**
     * The first bytes.
     *
     * @param limit how many at most
     * @throws IOException when the file that holds them cannot be read
     */
    ByteBuffer head(int limit) throws IOException;

    /** One more user. */
    void retain();

    /** One user less. */
    void release();
}
