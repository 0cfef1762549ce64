package org.javampi.job.vm;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.javampi.job.RankHost;
import org.javampi.job.control.CheckpointOrder;
import org.javampi.job.control.CheckpointReport;
import org.javampi.job.control.Message;
import org.javampi.job.control.MessageKind;
import org.javampi.job.control.WorldDescription;
import org.javampi.job.hang.RankState;
import org.javampi.river.trust.Secret;

/** One resource that this VM hosts: what it sees of the world, and how far it has come. */
final class HostedRank implements RankHost {
    /** Setting: how often the job has been restarted from a checkpoint. */
    static final String INCARNATION = "incarnation";

    private final VirtualMachine machine;
    private final WorldDescription world;
    private final int rank;
    private final ThreadGroup threads;
    private volatile Consumer<CheckpointOrder> orders = order -> {};
    private volatile RankState.Source source;
    private volatile Supplier<Map<String, Object>> registered = Map::of;
    private final GuestRoom guests;
    private volatile boolean joined;
    private volatile boolean left;

    HostedRank(VirtualMachine machine, WorldDescription world, int rank) {
        this.machine = machine;
        this.world = world;
        this.rank = rank;
        threads = new ThreadGroup("rank-" + rank);
        guests = new GuestRoom(
                this,
                threads,
                answer -> machine.tell(MessageKind.FROM_RANK, out -> {
                    out.writeInt(rank);
                    Message.writeBytes(out, answer);
                }));
    }

    @Override
    public long inputPosition() {
        return machine.inputPosition(this);
    }

    @Override
    public void readInputFrom(long position) {
        machine.readInputFrom(this, position);
    }

    /** The group of its threads, where several resources share a VM. */
    ThreadGroup threads() {
        return threads;
    }

    /** Its program begins, with these classes. */
    void onProgram(ClassLoader loader) {
        guests.onProgram(loader);
    }

    /** A visitor of the job talks to it. */
    void onGuest(byte[] message) {
        guests.onMessage(message);
    }

    /** Whether a thread is this resource's. */
    boolean owns(Thread thread) {
        ThreadGroup group = thread.getThreadGroup();
        return group != null && threads.parentOf(group);
    }

    /** Waits until no thread of its group goes on that is no daemon. */
    void awaitThreads() {
        Thread[] all = new Thread[Math.max(16, 2 * threads.activeCount())];
        boolean found = true;
        while (found) {
            found = false;
            int count = threads.enumerate(all);
            for (int i = 0; i < count; i++) {
                if (!all[i].isDaemon() && all[i] != Thread.currentThread()) {
                    found = true;
                    join(all[i]);
                }
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            // Nobody interrupts a thread of the VM's own but its end.
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it has left the job. */
    boolean hasLeft() {
        return left;
    }

    /** Whether its VM may not end now. */
    boolean mustStay() {
        return joined && !left;
    }

    @Override
    public UUID resource() {
        return resourceOf(rank);
    }

    @Override
    public int incarnation() {
        return Integer.parseInt(world.settings().getOrDefault(INCARNATION, "0"));
    }

    @Override
    public UUID job() {
        return world.job();
    }

    @Override
    public int rank() {
        return rank;
    }

    @Override
    public int size() {
        return world.resources().size();
    }

    @Override
    public UUID resourceOf(int anyRank) {
        return world.resources().get(anyRank);
    }

    @Override
    public int hostOf(int anyRank) {
        return world.hostOf()[anyRank];
    }

    @Override
    public String hostName() {
        return world.hostName();
    }

    @Override
    public Secret secret() {
        return machine.secret();
    }

    @Override
    public InetAddress bindAddress() {
        try {
            return InetAddress.getByName(world.bindAddress());
        } catch (UnknownHostException e) {
            throw new IllegalStateException("bind address " + world.bindAddress(), e);
        }
    }

    @Override
    public String mainClass() {
        return world.mainClass();
    }

    @Override
    public String setting(String key) {
        return key.equals("host")
                ? Integer.toString(hostOf(rank))
                : world.settings().get(key);
    }

    @Override
    public void publish(String key, String value) {
        machine.tell(MessageKind.PUBLISH, out -> {
            out.writeInt(rank);
            Message.writeString(out, key);
            Message.writeString(out, value);
        });
    }

    @Override
    public CompletionStage<String> lookup(int anyRank, String key) {
        var answer = machine.lookup(anyRank, key);
        if (!answer.isDone()) {
            machine.tell(MessageKind.LOOKUP, out -> {
                out.writeInt(anyRank);
                Message.writeString(out, key);
            });
        }
        return answer;
    }

    @Override
    public <T> T leavingFiles(Supplier<T> action) {
        return machine.leavingFiles(action);
    }

    @Override
    public void report(CheckpointReport report) {
        machine.tell(MessageKind.REPORT, out -> {
            out.writeInt(rank);
            report.write(out);
        });
    }

    @Override
    public void onOrders(Consumer<CheckpointOrder> listener) {
        orders = listener;
    }

    /** The coordinator has said something to this resource. */
    void onOrder(CheckpointOrder order) {
        orders.accept(order);
    }

    @Override
    public void onLook(RankState.Source looked) {
        source = looked;
    }

    @Override
    public RankState.Source looked() {
        return source();
    }

    @Override
    public void onRegistered(Supplier<Map<String, Object>> objects) {
        registered = objects;
    }

    @Override
    public Map<String, Object> registered() {
        return registered.get();
    }

    /** What the runtime knows of this resource; null before it has joined and after it has left. */
    RankState.Source source() {
        return joined && !left ? source : null;
    }

    @Override
    public void waiting() {
        machine.tellWaiting();
    }

    @Override
    public void joined() {
        // It may have left before: a program may begin MPI again.
        left = false;
        joined = true;
        machine.tellOf(this, MessageKind.JOINED);
    }

    @Override
    public void left() {
        left = true;
        machine.tellOf(this, MessageKind.LEFT);
    }

    @Override
    public void end(String message) {
        RankHost.super.end(message);
        machine.endInOrder();
    }

    @Override
    public void finding(String text) {
        machine.tell(MessageKind.FINDING, out -> {
            out.writeInt(rank);
            Message.writeString(out, text);
        });
    }

    @Override
    public void lost(String message) {
        machine.tell(MessageKind.LOST, out -> {
            out.writeInt(rank);
            Message.writeString(out, message);
        });
        machine.awaitVerdict(1);
    }

    @Override
    public void abort(int status, String message) {
        System.out.flush();
        System.err.flush();
        machine.tell(MessageKind.ABORT, out -> {
            out.writeInt(rank);
            out.writeInt(status);
            Message.writeString(out, message);
        });
        machine.awaitVerdict(status);
    }
}
