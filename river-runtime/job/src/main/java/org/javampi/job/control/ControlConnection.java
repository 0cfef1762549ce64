package org.javampi.job.control;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.net.ExtendedSocketOptions;
import org.javampi.river.platform.SystemRefusal;
import org.javampi.river.trust.Entropy;
import org.javampi.river.trust.Secret;

/**
 * One authenticated connection between a virtual machine and its agent. Both sides prove that they
 * know the job's secret before anything else is read. Sending is thread-safe and whole; one thread
 * receives.
 *
 * <pre>
 *  agent -> VM   8 bytes "JAVAMPI1", 16 bytes nonce
 *  VM -> agent   16 bytes nonce, int vm, HMAC("vm", both nonces, vm)
 *  agent -> VM   HMAC("agent", both nonces, vm)
 *  then messages: int length, byte kind, body
 * </pre>
 *
 * A JVM that an agent has started knows its {@linkplain Secret#ticket ticket} only. It proves the ticket in
 * the role "ticket", once, and gets the secret sealed with it behind the agent's proof.
 */
public final class ControlConnection implements MachineLink, Closeable {
    /** What a program calls itself that belongs to the job and is neither VM nor agent of it. */
    public static final int VISITOR = Integer.MIN_VALUE;

    private static final byte[] GREETING = "JAVAMPI1".getBytes(StandardCharsets.US_ASCII);
    private static final int NONCE_BYTES = 16;
    private static final String MEMBER = "vm";
    private static final String TICKET = "ticket";
    private static final int LONGEST_MESSAGE = 1 << 28;
    private static final int HANDSHAKE_TIMEOUT_MS = 10_000;
    private static final int SECRET_BYTES = 32;

    /**
     * How long a JVM waits for its agent, which may be starved or stopped for a while, and tries again when its connection
     * is cut before it could prove itself.
     */
    public static final int JOIN_LIMIT_MS = 120_000;

    private static final long JOIN_PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(5);

    /** Silence is counted in pieces: one that takes longer by {@link #STOPPED_MS} has not been spent waiting. */
    private static final int SLICE_MS = 500;

    private static final int STOPPED_MS = 2_000;

    /** Probes of a host that does not answer, where the limit is long enough. */
    private static final int PROBES = 4;

    private static final String RESET = "Connection reset";

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final int vm;
    private final Secret secret;
    private volatile int silenceMs;

    /** Whether a ticket that has proved itself is presented for the first time. */
    @FunctionalInterface
    public interface Tickets {
        /** No connection comes with a ticket. */
        Tickets NONE = vm -> false;

        /** Whether JVM {@code vm} has not joined before; asked once for each connection with a valid ticket. */
        boolean redeem(int vm);
    }

    private ControlConnection(Socket socket, DataInputStream in, DataOutputStream out, int vm, Secret secret) {
        this.socket = socket;
        this.in = in;
        this.out = out;
        this.vm = vm;
        this.secret = secret;
    }

    /** The VM's side: connects to the agent. */
    public static ControlConnection connect(InetSocketAddress agent, int vm, Secret secret) throws IOException {
        return connect(agent, vm, secret, HANDSHAKE_TIMEOUT_MS);
    }

    /** The VM's side: connects to the agent, which must answer within {@code limitMs}. */
    public static ControlConnection connect(InetSocketAddress agent, int vm, Secret secret, int limitMs)
            throws IOException {
        return connect(agent, vm, secret, limitMs, false);
    }

    /** Why {@code address} is out of reach, with the remedy where that is this host's own doing. */
    public static String whyUnreachable(InetAddress address, IOException refused) {
        String why = SystemRefusal.reason(refused);
        return address.isLoopbackAddress() && why.contains("unreachable")
                ? why + "; is the loopback interface up? (ip link set lo up)"
                : why;
    }

    /**
     * The side of a JVM that an agent has started: connects and learns the job's secret. An agent under a
     * flood of connections may cut this one before it has proved itself: then it is made again.
     *
     * @param ticket serves once: the agent may have taken it although its answer has not come, so no second connection is
     *     made while the first may still be answered
     * @param limitMs how long to wait and try
     */
    public static ControlConnection join(InetSocketAddress agent, int vm, Secret ticket, int limitMs)
            throws IOException {
        long startNs = System.nanoTime();
        while (true) {
            try {
                return connect(agent, vm, ticket, limitMs, true);
            } catch (SocketTimeoutException e) {
                throw new IOException(
                        agent + " has not answered for " + limitMs / 1_000.0
                                + " s: its host is overloaded, or it is stopped",
                        e);
            } catch (CutOffException e) {
                if (System.nanoTime() - startNs > TimeUnit.MILLISECONDS.toNanos(limitMs)) {
                    throw e;
                }
                LockSupport.parkNanos(JOIN_PAUSE_NS);
            }
        }
    }

    /** The other side has ended the connection before either has proved itself. */
    private static final class CutOffException extends IOException {
        private static final long serialVersionUID = 1;

        CutOffException(InetSocketAddress agent, IOException cause) {
            super(agent + " ends the connection before it has proved itself", cause);
        }
    }

    private static ControlConnection connect(
            InetSocketAddress agent, int vm, Secret secret, int limitMs, boolean isTicket) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(agent, limitMs);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(isTicket ? limitMs : HANDSHAKE_TIMEOUT_MS);
            DataInputStream in = input(socket);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            byte[] greeting = read(in, GREETING.length, agent);
            byte[] theirs = read(in, NONCE_BYTES, agent);
            if (!Secret.same(greeting, GREETING)) {
                throw new IOException(agent + " is no javampi agent");
            }
            byte[] ours = Entropy.bytes(NONCE_BYTES);
            byte[] id = ByteBuffer.allocate(Integer.BYTES).putInt(vm).array();
            byte[] answer = ByteBuffer.allocate(NONCE_BYTES + Integer.BYTES + Secret.PROOF_BYTES)
                    .put(ours)
                    .put(id)
                    .put(secret.proof(isTicket ? TICKET : MEMBER, theirs, ours, id))
                    .array();
            out.write(answer);
            byte[] proof = read(in, Secret.PROOF_BYTES, agent);
            if (!Secret.same(proof, secret.proof("agent", theirs, ours, id))) {
                throw new IOException(agent + " does not know this job's secret");
            }
            Secret shared = isTicket ? secret.unseal(read(in, SECRET_BYTES, agent), theirs, ours) : secret;
            socket.setSoTimeout(0);
            return new ControlConnection(socket, in, out, vm, shared);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static byte[] read(DataInputStream in, int count, InetSocketAddress agent) throws IOException {
        byte[] bytes = new byte[count];
        try {
            in.readFully(bytes);
        } catch (EOFException | SocketException e) {
            throw new CutOffException(agent, e);
        }
        return bytes;
    }

    /**
     * The agent's side of a fresh connection.
     *
     * @param tickets asked when the other side comes with a ticket
     * @throws IOException when the other side does not prove that it belongs to the job; the socket
     *     is closed
     */
    public static ControlConnection accept(Socket socket, Secret secret, Tickets tickets) throws IOException {
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(HANDSHAKE_TIMEOUT_MS);
            DataInputStream in = input(socket);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            byte[] ours = Entropy.bytes(NONCE_BYTES);
            out.write(ByteBuffer.allocate(GREETING.length + NONCE_BYTES)
                    .put(GREETING)
                    .put(ours)
                    .array());
            byte[] theirs = in.readNBytes(NONCE_BYTES);
            byte[] id = in.readNBytes(Integer.BYTES);
            byte[] proof = in.readNBytes(Secret.PROOF_BYTES);
            if (id.length < Integer.BYTES) {
                throw new EOFException("the other side has closed");
            }
            int vm = ByteBuffer.wrap(id).getInt();
            if (Secret.same(proof, secret.proof(MEMBER, ours, theirs, id))) {
                out.write(secret.proof("agent", ours, theirs, id));
            } else {
                Secret ticket = secret.ticket(vm);
                if (!Secret.same(proof, ticket.proof(TICKET, ours, theirs, id))) {
                    throw new IOException("the other side does not know this job's secret");
                }
                if (!tickets.redeem(vm)) {
                    throw new IOException("the ticket of JVM " + vm + " has been used: it serves once");
                }
                out.write(ByteBuffer.allocate(Secret.PROOF_BYTES + SECRET_BYTES)
                        .put(ticket.proof("agent", ours, theirs, id))
                        .put(ticket.seal(secret, ours, theirs))
                        .array());
            }
            socket.setSoTimeout(0);
            return new ControlConnection(socket, in, out, vm, secret);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static DataInputStream input(Socket socket) throws IOException {
        return new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    }

    /**
     * Number of the virtual machine at the far end, or of this one. Agents of other hosts have
     * negative numbers.
     */
    @Override
    public int vm() {
        return vm;
    }

    /** What every part of the job knows. */
    public Secret secret() {
        return secret;
    }

    /** This end's address. */
    public InetAddress localAddress() {
        return socket.getLocalAddress();
    }

    /** The other end's address. */
    public InetSocketAddress farAddress() {
        return (InetSocketAddress) socket.getRemoteSocketAddress();
    }

    /**
     * Lets the operating system ask that of the other end now and then whether it is there, as long as nothing is said
     * here. When no answer has come for {@code limitMs} the connection ends. False where the system cannot.
     *
     * @param limitMs in steps of 1 s, at least 2 s
     */
    public boolean probe(int limitMs) throws IOException {
        boolean can = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE);
        if (can) {
            int limit = Math.max(2, limitMs / 1_000);
            int every = Math.max(1, limit / (PROBES + 1));
            socket.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, every);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, every);
            socket.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, Math.max(1, limit / every - 1));
            socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        }
        return can;
    }

    /**
     * Waits for the end of a connection on which nothing is said.
     *
     * @return whether it has ended since the other host does not answer; false when it was closed at either end
     */
    public boolean isCutOff() {
        try {
            while (in.read() >= 0) {
                // Whatever it says: it is there.
            }
            return false;
        } catch (IOException e) {
            return !socket.isClosed() && !RESET.equals(e.getMessage());
        }
    }

    /**
     * From now on {@link #receive} ends with a SocketTimeoutException when nothing has come for {@code limitMs} in which
     * this process was running; 0 waits for ever.
     */
    public void limitSilence(int limitMs) throws IOException {
        silenceMs = limitMs;
        socket.setSoTimeout(limitMs);
    }

    /** Sends one message. */
    @Override
    public void send(MessageKind kind, Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(0);
        data.writeByte(kind.ordinal());
        body.write(data);
        byte[] message = bytes.toByteArray();
        ByteBuffer.wrap(message).putInt(0, message.length - Integer.BYTES);
        synchronized (out) {
            out.write(message);
            out.flush();
        }
    }

    /** Writes a message's body. */
    @FunctionalInterface
    public interface Body {
        /** Nothing. */
        Body EMPTY = data -> {};

        void write(DataOutputStream data) throws IOException;
    }

    /** Waits for the next message; EOFException when the other side has closed. */
    public Message receive() throws IOException {
        awaitMessage();
        int length = in.readInt();
        if (length < 1 || length > LONGEST_MESSAGE) {
            throw new IOException("a control message of "
                    + length
                    + " bytes (allowed 1.."
                    + LONGEST_MESSAGE
                    + "): the connection is not in step");
        }
        byte[] bytes = ScarceMemory.room(length);
        if (in.readNBytes(bytes, 0, length) < length) {
            throw new EOFException("the connection ended inside a message");
        }
        while (true) {
            try {
                return new Message(bytes);
            } catch (OutOfMemoryError e) {
                ScarceMemory.pause();
            }
        }
    }

    /**
     * Waits until a message begins to come. A wait that has taken much longer than it was told to shows that this process
     * was stopped, by Ctrl-Z or with its machine: the others then were, too, or had no chance to be heard.
     */
    private void awaitMessage() throws IOException {
        long silentMs = 0;
        while (true) {
            int limitMs = silenceMs;
            int sliceMs = limitMs == 0 ? 0 : (int) Math.max(1, Math.min(SLICE_MS, limitMs - silentMs));
            long startNs = System.nanoTime();
            try {
                if (hasBegun(sliceMs)) {
                    return;
                }
            } catch (OutOfMemoryError e) {
                ScarceMemory.pause();
                continue;
            }
            long tookMs = (System.nanoTime() - startNs) / 1_000_000;
            silentMs = tookMs > sliceMs + STOPPED_MS ? 0 : silentMs + tookMs;
            if (silentMs >= limitMs) {
                throw new SocketTimeoutException("nothing heard for " + limitMs + " ms");
            }
        }
    }

    /**
     * Like {@link #receive}, but looks every {@code pauseMs} whether a message has begun to come,
     * and waits in between outside of the system: an ending JVM gives threads that are inside it
     * 300 ms to come back.
     */
    public Message receiveLooking(int pauseMs) throws IOException {
        long startNs = System.nanoTime();
        while (!hasBegunWhileLooking()) {
            if (silenceMs > 0 && System.nanoTime() - startNs > silenceMs * 1_000_000L) {
                throw new SocketTimeoutException("nothing heard for " + silenceMs + " ms");
            }
            LockSupport.parkNanos(pauseMs * 1_000_000L);
        }
        return receive();
    }

    private boolean hasBegunWhileLooking() throws IOException {
        try {
            return hasBegun(1);
        } catch (OutOfMemoryError e) {
            // The thread looks again.
            return false;
        }
    }

    /** Whether the next message, or the connection's end, begins to come within {@code limitMs}; 0 for any time. */
    private boolean hasBegun(int limitMs) throws IOException {
        in.mark(1);
        socket.setSoTimeout(limitMs);
        try {
            if (in.read() < 0) {
                throw new EOFException("the other side has closed");
            }
            in.reset();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } finally {
            socket.setSoTimeout(silenceMs);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
