package org.javampi.transport.shm;

import static org.javampi.transport.shm.SegmentLayout.BELL_PORT_OFFSET;
import static org.javampi.transport.shm.SegmentLayout.CLOSED_OFFSET;
import static org.javampi.transport.shm.SegmentLayout.controlOffset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import org.javampi.core.spi.transport.Region;
import org.javampi.river.platform.SystemRefusal;

/**
 * Wakes ranks that sleep. A sleeping rank blocks in its selector, where a datagram on loopback
 * reaches it; whether it sleeps, and for what, stands in its control block, so that a sender to a
 * rank that is awake pays one read of a cache line that seldom changes.
 *
 * <p>A sender does not fence between its frame and that read: on the fast path a fence would cost
 * more than the message. The sleeper makes up for it: it announces its sleep, fences, gives stores
 * that are on their way time to arrive, and looks again before it blocks; the engine bounds each
 * sleep besides. A datagram carries nothing: a forged one makes a rank look at its rings once more.
 */
final class Bell implements AutoCloseable {
    private static final int SETTLE_SPINS = 500;

    private final Region control;
    private final SleepWords words;
    private final int rank;
    private final DatagramChannel channel;
    private final InetSocketAddress[] bells;
    private final ByteBuffer stroke = ByteBuffer.allocateDirect(8);
    private long rung;

    Bell(Region control, int rank, int ranks, Selector selector) {
        this.control = control;
        words = new SleepWords(control);
        this.rank = rank;
        bells = new InetSocketAddress[ranks];
        try {
            channel = DatagramChannel.open(StandardProtocolFamily.INET);
            channel.configureBlocking(false);
            channel.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
            channel.register(selector, SelectionKey.OP_READ);
            int port = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            control.putIntRelease(controlOffset(rank) + BELL_PORT_OFFSET, port);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot open the shared-memory bell on loopback (" + SystemRefusal.reason(e) + ")", e);
        }
    }

    /**
     * Announces this rank's sleep and lets what is in flight arrive; the caller then looks again.
     */
    void fallAsleep(boolean urgentOnly) {
        words.announce(rank, urgentOnly);
        for (int i = 0; i < SETTLE_SPINS; i++) {
            Thread.onSpinWait();
        }
    }

    /** Takes the announcement back and swallows strokes that came meanwhile. */
    void wakeUp() {
        words.retract(rank);
        try {
            do {
                stroke.clear();
            } while (channel.receive(stroke) != null);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shared-memory bell", e);
        }
    }

    /** After a frame: wakes {@code peer} when it waits for one. */
    void ringIfAwaited(int peer) {
        if (words.takeIfAwaiting(peer)) {
            ring(peer);
        }
    }

    /**
     * After a frame that cannot wait, and for a writer that starves: wakes {@code peer} when it
     * sleeps.
     */
    void ringIfAsleep(int peer) {
        if (words.takeIfAsleep(peer)) {
            ring(peer);
        }
    }

    /** Marks this rank as gone for those that still send to it. */
    void announceClosing() {
        control.putIntRelease(controlOffset(rank) + CLOSED_OFFSET, 1);
    }

    boolean hasClosed(int peer) {
        return control.getIntAcquire(controlOffset(peer) + CLOSED_OFFSET) != 0;
    }

    /** Strokes sent so far. */
    long strokes() {
        return rung;
    }

    private void ring(int peer) {
        try {
            if (bells[peer] == null) {
                int port = control.getIntAcquire(controlOffset(peer) + BELL_PORT_OFFSET);
                bells[peer] = new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
            }
            stroke.clear();
            channel.send(stroke, bells[peer]);
            rung++;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ring the bell of rank " + peer, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the shared-memory bell", e);
        }
    }
}
