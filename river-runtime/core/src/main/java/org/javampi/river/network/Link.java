package org.javampi.river.network;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.javampi.river.trust.Secret;

/**
 * One authenticated connection between two VMs. Any thread sends: frames are queued and written in
 * order by the thread that runs {@link #write}; another one runs {@link #read}.
 *
 * <pre>
 *  frame   int length of the rest, byte kind (see FrameKind), body
 * </pre>
 */
final class Link implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int HEADER_BYTES = Integer.BYTES + 1;
    private static final int MIB_SHIFT = 20;
    private static final byte[] NOTHING = {};

    /** Longer messages are read piece by piece. */
    private static final int LONG_BYTES = 1 << 20;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;
    private final Peer peer;
    private final Outbox outbox = new Outbox();
    private final CountDownLatch ended = new CountDownLatch(1);

    private Link(Socket socket, DataInputStream in, OutputStream out, Peer peer) {
        this.socket = socket;
        this.in = in;
        this.out = out;
        this.peer = peer;
    }

    /** What a frame's body is given to. */
    interface Receiver {
        void onMessage(ByteBuffer body) throws IOException;

        /** The body is read to its end before this returns. */
        void onLongMessage(InputStream body, long byteCount) throws IOException;
    }

    /** Calls the VM that listens at {@code address}. */
    static Link connect(InetSocketAddress address, Peer self, Secret secret, LinkSettings settings) throws IOException {
        Socket socket = new Socket();
        try {
            // From the address that this VM has been told to use, and no other.
            socket.bind(new InetSocketAddress(self.address().getAddress(), 0));
            socket.connect(address, settings.handshakeMs());
            return proved(socket, self, secret, settings, true);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** The listening side of a fresh connection; closes it when the caller proves nothing. */
    static Link accept(Socket socket, Peer self, Secret secret, LinkSettings settings) throws IOException {
        try {
            return proved(socket, self, secret, settings, false);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static Link proved(Socket socket, Peer self, Secret secret, LinkSettings settings, boolean caller)
            throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(settings.handshakeMs());
        DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES));
        OutputStream out = socket.getOutputStream();
        Handshake handshake = new Handshake(in, out, self, secret);
        Peer peer = caller ? handshake.call() : handshake.answer();
        socket.setSoTimeout(settings.silentMs());
        return new Link(socket, in, new BufferedOutputStream(out, BUFFER_BYTES), peer);
    }

    /** Who is at the far end. */
    Peer peer() {
        return peer;
    }

    /** Queues a message given in parts; false when the link is closed. */
    boolean send(boolean patient, byte[] head, byte[] body) throws InterruptedException {
        return outbox.add(patient, Frame.of(header(FrameKind.MESSAGE, (long) head.length + body.length), head, body));
    }

    /** Sends a long message, and waits until it is written; false when the link is closed, or ends before. */
    boolean send(byte[] head, LongBody body) throws InterruptedException {
        Frame.Streamed frame =
                new Frame.Streamed(header(FrameKind.MESSAGE, head.length + body.byteCount()), head, body);
        return outbox.add(true, frame) && frame.awaitWritten();
    }

    /** Queues a sign of life. */
    void tellAlive() throws InterruptedException {
        outbox.add(false, Frame.of(header(FrameKind.ALIVE, 0)));
    }

    private static byte[] header(FrameKind kind, long bodyBytes) {
        if (bodyBytes < 0 || bodyBytes > Integer.MAX_VALUE - HEADER_BYTES) {
            throw new IllegalArgumentException("a message of " + bodyBytes + " bytes: the longest is 2 GiB");
        }
        return ByteBuffer.allocate(HEADER_BYTES)
                .putInt((int) bodyBytes + 1)
                .put((byte) kind.ordinal())
                .array();
    }

    /** Writes what is queued until the link ends. */
    void write() {
        Frame frame = null;
        try {
            frame = outbox.take();
            while (frame != null) {
                frame.writeTo(out);
                if (outbox.isEmpty()) {
                    out.flush();
                }
                frame = outbox.take();
            }
            // Only this direction: closing the socket while the peer still talks would reset the
            // connection, and with it what the peer has not read yet.
            socket.shutdownOutput();
        } catch (IOException | OutOfMemoryError e) {
            // The reading thread sees the same end and reports it.
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close();
        } finally {
            if (frame != null) {
                frame.onLoss();
            }
            outbox.abandon();
        }
    }

    /** Reads until the link ends; answers why it has. */
    String read(Receiver receiver) {
        try {
            while (true) {
                int length = in.readInt();
                if (length < 1) {
                    return "it has sent a frame of " + length + " bytes";
                }
                int kind = in.readUnsignedByte();
                if (kind == FrameKind.MESSAGE.ordinal() && length > LONG_BYTES) {
                    receiver.onLongMessage(in, length - 1L);
                    continue;
                }
                byte[] body = length == 1 ? NOTHING : in.readNBytes(length - 1);
                if (body.length < length - 1) {
                    return "its connection has ended inside a message";
                }
                if (kind == FrameKind.BYE.ordinal()) {
                    return "it has ended in order";
                }
                if (kind == FrameKind.MESSAGE.ordinal()) {
                    receiver.onMessage(ByteBuffer.wrap(body));
                } else if (kind != FrameKind.ALIVE.ordinal()) {
                    return "it has sent a frame of unknown kind " + kind;
                }
            }
        } catch (EOFException e) {
            return "its connection has ended: the process is dead, or its network is";
        } catch (SocketTimeoutException e) {
            return "it has given no sign of life for too long";
        } catch (IOException e) {
            return e.getMessage();
        } catch (OutOfMemoryError e) {
            // A message that is lost would be waited for: the connection ends, and all hear of it.
            return "this VM has no memory for what it has sent (heap limit "
                    + (Runtime.getRuntime().maxMemory() >> MIB_SHIFT)
                    + " MiB, -Xmx allows more): "
                    + e.getMessage();
        } catch (RuntimeException | Error e) {
            Daemons.report(e);
            return "this VM has failed with what it has sent: " + e;
        } finally {
            close();
            ended.countDown();
        }
    }

    private void closeSocket() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no more use either way, and the end has been reported.
            outbox.close();
        }
    }

    /** Says good-bye behind what is queued; the peer closes the connection then. */
    void endInOrder() throws InterruptedException {
        outbox.add(false, Frame.of(header(FrameKind.BYE, 0)));
        outbox.close();
    }

    /** Waits until the peer has closed its side, too; false when it has not in time. */
    boolean awaitEnd(long timeoutNs) throws InterruptedException {
        return ended.await(timeoutNs, TimeUnit.NANOSECONDS);
    }

    /** Ends the link at once. */
    @Override
    public void close() {
        outbox.close();
        closeSocket();
    }
}
