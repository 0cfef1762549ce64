package org.javampi.console.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.Message;
import org.javampi.job.control.MessageKind;
import org.javampi.river.parallel.engine.EngineLink;

/** Messages to ranks and back, on a visitor's connection to their job's agent. */
public final class JobLink implements EngineLink {
    /** Bytes of the longest message: a control message is shorter than 256 MiB. */
    public static final int LONGEST = (1 << 28) - 1024;

    private final UUID job;
    private final ControlConnection connection;
    private final int size;
    private Listener listener;
    private volatile boolean closed;

    JobLink(UUID job, ControlConnection connection, int size) {
        this.job = job;
        this.connection = connection;
        this.size = size;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public String describe(int engine) {
        return "rank " + engine + " of job " + job.toString().substring(0, 8);
    }

    @Override
    public void listen(Listener newListener) {
        listener = newListener;
        Thread thread = new Thread(this::receive, "engines-" + job);
        thread.setDaemon(true);
        thread.start();
    }

    private void receive() {
        try {
            while (true) {
                Message message = connection.receive();
                switch (message.kind()) {
                    case FROM_RANK -> listener.onMessage(message.readInt(), message.readBytes());
                    case RANK_LOST -> listener.onLost(message.readInt(), message.readString());
                    default -> {
                        // Nothing else is said to a visitor.
                    }
                }
            }
        } catch (IOException e) {
            for (int rank = 0; rank < size && !closed; rank++) {
                listener.onLost(rank, "the job has ended");
            }
        }
    }

    @Override
    public void send(int engine, byte[] message) throws IOException {
        if (message.length > LONGEST) {
            throw new IllegalArgumentException("a call of " + message.length + " bytes: engines in ranks take at most "
                    + LONGEST + "; send large data by MPI");
        }
        connection.send(MessageKind.TO_RANK, out -> {
            out.writeInt(engine);
            Message.writeBytes(out, message);
        });
    }

    @Override
    public void close() {
        closed = true;
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
