package org.javampi.transport.tcp;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * A socket and what its rank's selector watches of it. One that has been proved is read by an
 * {@link Incoming} and written by an {@link Outgoing}.
 */
final class Wire {
    private final SocketChannel channel;
    private final SelectionKey key;

    Wire(SocketChannel channel, Selector selector) throws IOException {
        this.channel = channel;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = channel.register(selector, 0);
    }

    SocketChannel channel() {
        return channel;
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    /** Has the selector return when {@code operation} is possible, or no longer. */
    void watch(int operation, boolean wanted) {
        if (key.isValid()) {
            int others = key.interestOps() & ~operation;
            key.interestOps(wanted ? others | operation : others);
        }
    }

    /**
     * Closes the socket; all that has been written still arrives. Answers what went wrong, or null.
     */
    String close() {
        if (!channel.isOpen()) {
            return null;
        }
        try {
            dropWhatIsUnread();
            channel.close();
            return null;
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    /** A socket that is closed with something unread resets the connection. */
    private void dropWhatIsUnread() {
        if (!channel.isConnected()) {
            return;
        }
        ByteBuffer dropped = ByteBuffer.allocate(4096);
        try {
            channel.shutdownOutput();
            while (channel.read(dropped) > 0) {
                dropped.clear();
            }
        } catch (IOException e) {
            // Broken already: nothing more will arrive anywhere.
            return;
        }
    }
}
