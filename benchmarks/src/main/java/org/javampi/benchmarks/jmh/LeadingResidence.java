package org.javampi.benchmarks.jmh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.javampi.river.Residence;
import org.javampi.river.checkpoint.Order;
import org.javampi.river.checkpoint.Report;
import org.javampi.river.control.ControlConnection;
import org.javampi.river.control.ControlConnection.Body;
import org.javampi.river.control.Message;
import org.javampi.river.control.MessageKind;
import org.javampi.river.control.Secret;
import org.javampi.river.control.WorldDescription;

/** Rank 0 of a job, in a VM that has not been started for it. */
final class LeadingResidence implements Residence {
    private static final int RANK = 0;

    private final Secret secret;
    private final ControlConnection agent;
    private final WorldDescription world;
    private final Map<String, CompletableFuture<String>> lookups = new ConcurrentHashMap<>();

    LeadingResidence(InetSocketAddress address, Secret secret) throws IOException {
        this.secret = secret;
        agent = ControlConnection.connect(address, RANK, secret);
        world = WorldDescription.read(agent.receive());
        Thread thread = new Thread(this::receive, "control");
        thread.setDaemon(true);
        thread.start();
    }

    private void receive() {
        try {
            while (true) {
                Message message = agent.receive();
                if (message.kind() == MessageKind.VALUE) {
                    entry(message.readInt(), message.readString()).complete(message.readString());
                }
            }
        } catch (IOException e) {
            lookups.values().forEach(entry -> entry.completeExceptionally(e));
        }
    }

    private CompletableFuture<String> entry(int rank, String key) {
        return lookups.computeIfAbsent(rank + " " + key, k -> new CompletableFuture<>());
    }

    private void tell(MessageKind kind, Body body) {
        try {
            agent.send(kind, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public UUID resource() {
        return resourceOf(RANK);
    }

    @Override
    public int incarnation() {
        return 0;
    }

    @Override
    public UUID job() {
        return world.job();
    }

    @Override
    public int rank() {
        return RANK;
    }

    @Override
    public int size() {
        return world.resources().size();
    }

    @Override
    public UUID resourceOf(int rank) {
        return world.resources().get(rank);
    }

    @Override
    public int hostOf(int rank) {
        return world.hostOf()[rank];
    }

    @Override
    public String hostName() {
        return world.hostName();
    }

    @Override
    public byte[] secret() {
        return secret.bytes();
    }

    @Override
    public InetAddress bindAddress() {
        try {
            return InetAddress.getByName(world.bindAddress());
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String setting(String key) {
        return key.equals("host") ? Integer.toString(hostOf(RANK)) : world.settings().get(key);
    }

    @Override
    public void publish(String key, String value) {
        tell(
                MessageKind.PUBLISH,
                out -> {
                    out.writeInt(RANK);
                    Message.writeString(out, key);
                    Message.writeString(out, value);
                });
    }

    @Override
    public CompletionStage<String> lookup(int rank, String key) {
        CompletableFuture<String> answer = entry(rank, key);
        if (!answer.isDone()) {
            tell(
                    MessageKind.LOOKUP,
                    out -> {
                        out.writeInt(rank);
                        Message.writeString(out, key);
                    });
        }
        return answer;
    }

    @Override
    public void joined() {
        tell(MessageKind.JOINED, out -> out.writeInt(RANK));
    }

    @Override
    public void left() {
        tell(MessageKind.LEFT, out -> out.writeInt(RANK));
    }

    @Override
    public void lost(String message) {
        abort(1, message);
    }

    @Override
    public void abort(int status, String message) {
        System.err.println("rank " + RANK + ": " + message);
        System.err.flush();
        Runtime.getRuntime().halt(status == 0 ? 1 : status);
    }

    @Override
    public void report(Report report) {
        // No checkpoints are taken of a measurement.
    }

    @Override
    public void onOrders(Consumer<Order> listener) {
        // As above: there are none.
    }
}
