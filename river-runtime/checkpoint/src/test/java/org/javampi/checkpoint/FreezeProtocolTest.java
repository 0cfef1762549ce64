package org.javampi.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Coordinator and freeze points together in one VM, over a network that delays: resources run
 * apart, ask, fail, lose patience and leave as a seed says. Whatever stands in the end must be a
 * consistent cut: all at one point, and of each pair as much received as sent. Nobody may hang.
 */
class FreezeProtocolTest {
    private static final int POINTS = 300;
    private static final long DEADLINE_S = Patience.seconds(120);

    @TempDir
    Path directory;

    static LongStream seeds() {
        long one = Long.getLong("freeze.seed", 0);
        return one != 0 ? LongStream.of(one) : LongStream.rangeClosed(1, 24);
    }

    /** One resource that sends and receives at random, and saves what it has. */
    private final class Member implements Freezable, Runnable {
        final int rank;
        final Random random;
        final long[] sent;
        final AtomicLongArray received;
        final ConcurrentLinkedQueue<Integer> inbox = new ConcurrentLinkedQueue<>();
        final ExecutorService post = Executors.newSingleThreadExecutor();
        final ExecutorService control = Executors.newSingleThreadExecutor();

        /** What a writer that was dropped says after the end is not heard. */
        final ExecutorService line = new ThreadPoolExecutor(
                1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new ThreadPoolExecutor.DiscardPolicy());

        FreezePoint point;
        int failing;

        Member(int rank, int size, long seed) {
            this.rank = rank;
            random = new Random(seed * 1000 + rank);
            sent = new long[size];
            received = new AtomicLongArray(size);
        }

        @Override
        public String unrest() {
            return random.nextInt(20) == 0 ? "so it is said" : "";
        }

        @Override
        public long[] frameCounts() {
            long[] triples = new long[3 * sent.length];
            for (int peer = 0; peer < sent.length; peer++) {
                triples[3 * peer] = peer;
                triples[3 * peer + 1] = sent[peer];
                triples[3 * peer + 2] = received.get(peer);
            }
            return triples;
        }

        @Override
        public void await(BooleanSupplier over) {
            while (!over.getAsBoolean()) {
                if (isGivenUp.get()) {
                    throw new IllegalStateException("rank " + rank + " hangs");
                }
                LockSupport.parkNanos(20_000);
            }
            if (random.nextInt(10) == 0) {
                // Slow to wake: the next orders come before this one is heard.
                pause(random.nextInt(8_000_000));
            }
        }

        @Override
        public void nudge() {
            // await looks by itself.
        }

        @Override
        public Image capture(long epoch) throws Unsavable {
            if (failing > 0) {
                failing--;
                throw new Unsavable("not now", null);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            try {
                out.writeLong(point.passed());
                for (int peer = 0; peer < sent.length; peer++) {
                    out.writeLong(sent[peer]);
                    out.writeLong(received.get(peer));
                }
            } catch (IOException e) {
                throw new Unsavable("memory", e);
            }
            boolean breaks = fails && random.nextInt(15) == 0;
            return new Image() {
                @Override
                public long byteCount() {
                    return bytes.size();
                }

                @Override
                public void write(PartOutput part) throws IOException {
                    pause(random.nextInt(2_000_000));
                    if (breaks) {
                        throw new IOException("No space left on device");
                    }
                    bytes.writeTo(part.section("state"));
                }
            };
        }

        private void send(int peer) {
            sent[peer]++;
            Member other = members.get(peer);
            long delay = random.nextInt(200_000);
            post.execute(() -> {
                pause(delay);
                other.inbox.add(rank);
                other.received.incrementAndGet(rank);
            });
        }

        @Override
        public void run() {
            int takeEvery = takes;
            for (int step = 1; step <= last(rank); step++) {
                for (int n = random.nextInt(4); n > 0; n--) {
                    send(random.nextInt(sent.length));
                }
                inbox.poll();
                if (random.nextInt(50) == 0) {
                    point.want();
                }
                if (random.nextInt(80) == 0) {
                    pause(random.nextInt(3_000_000));
                }
                if (fails && random.nextInt(100) == 0) {
                    failing = 1;
                }
                point.pass(takeEvery > 0 && step % takeEvery == 0, () -> {});
            }
            point.leave();
        }
    }

    private final List<Member> members = new ArrayList<>();
    private final AtomicBoolean isGivenUp = new AtomicBoolean();
    private boolean fails;
    private int takes;
    private int early;

    /** Points that a rank passes: all the same, but one rank in some runs leaves early. */
    private int last(int rank) {
        return rank == early ? POINTS / 2 : POINTS;
    }

    private static void pause(long ns) {
        LockSupport.parkNanos(ns);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldMakeOnlyConsistentCutsAndNeverHang(long seed) throws Exception {
        Random random = new Random(seed);
        int size = 1 + random.nextInt(6);
        takes = random.nextInt(3) == 0 ? 40 + random.nextInt(60) : 0;
        long every = random.nextInt(3) == 0 ? 10 + random.nextInt(30) : 0;
        fails = random.nextBoolean();
        early = random.nextInt(3) == 0 ? random.nextInt(size) : -1;
        long patienceMs = random.nextInt(3) == 0 ? 3 + random.nextInt(20) : 20_000;
        String about = "-Dfreeze.seed="
                + seed
                + ": "
                + size
                + " resources, take every "
                + takes
                + ", stand every "
                + every
                + ", early "
                + early
                + ", patience "
                + patienceMs
                + ", failing "
                + fails;
        List<UUID> names = new ArrayList<>();
        for (int rank = 0; rank < size; rank++) {
            names.add(new UUID(0, rank));
            members.add(new Member(rank, size, seed));
        }
        ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
        Coordinator coordinator = new Coordinator(
                new CoordinatedJob(
                        new UUID(7, seed),
                        names,
                        0,
                        0,
                        List.of(),
                        5,
                        patienceMs,
                        CheckpointDirectory.LEAST_KEPT,
                        rank -> "rank " + rank),
                new CheckpointDirectory(directory),
                (rank, order) -> members.get(rank).control.execute(() -> {
                    pause(random.nextInt(100_000));
                    members.get(rank).point.onOrder(order);
                }),
                new Fault("coordinator", null),
                log::add);
        for (Member member : members) {
            ExecutorService line = member.line;
            member.point = new FreezePoint(
                    member.rank,
                    member,
                    0,
                    every,
                    new Fault("", null),
                    report -> line.execute(() -> {
                        pause(member.random.nextInt(100_000));
                        coordinator.onReport(member.rank, report);
                    }));
        }
        List<Thread> threads = new ArrayList<>();
        for (Member member : members) {
            Thread thread = new Thread(member, "member-" + member.rank);
            threads.add(thread);
            coordinator.onJoined(member.rank);
            thread.start();
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_S);
        for (Thread thread : threads) {
            thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
            if (thread.isAlive()) {
                isGivenUp.set(true);
                fail(about + ": " + thread.getName() + " hangs; said: " + tail(log));
            }
        }
        coordinator.settle(10_000);
        coordinator.close();
        for (Member member : members) {
            member.control.shutdown();
            assertTrue(member.control.awaitTermination(DEADLINE_S, TimeUnit.SECONDS), about);
            member.line.shutdown();
            member.post.shutdown();
        }
        check(about, size, coordinator.committed(), tail(log));
        if (patienceMs >= 20_000 && early < 0 && every > 0 && !fails) {
            assertTrue(coordinator.committed() > 0, about + ": none stands; said: " + tail(log));
        }
    }

    private static List<String> tail(ConcurrentLinkedQueue<String> log) {
        List<String> all = new ArrayList<>(log);
        return all.subList(Math.max(0, all.size() - 8), all.size());
    }

    private void check(String about, int size, long newest, List<String> log) throws IOException {
        CheckpointDirectory checkpoints = new CheckpointDirectory(directory);
        List<Long> epochs = checkpoints.epochs();
        assertTrue(epochs.size() <= 2, about + ": kept " + epochs);
        if (newest > 0) {
            assertEquals(newest, epochs.get(epochs.size() - 1), about);
        }
        for (long epoch : epochs) {
            Manifest manifest = checkpoints.verified(epoch);
            long[][] sent = new long[size][size];
            long[][] received = new long[size][size];
            for (int rank = 0; rank < size; rank++) {
                try (PartInput part = new PartInput(checkpoints.part(epoch, rank))) {
                    part.next();
                    DataInputStream in = new DataInputStream(part.content());
                    assertEquals(manifest.point(), in.readLong(), about + ": point of " + rank);
                    for (int peer = 0; peer < size; peer++) {
                        sent[rank][peer] = in.readLong();
                        received[peer][rank] = in.readLong();
                    }
                }
            }
            for (int rank = 0; rank < size; rank++) {
                for (int peer = 0; peer < size; peer++) {
                    assertEquals(
                            sent[rank][peer],
                            received[rank][peer],
                            about + ", epoch " + epoch + ": " + rank + " to " + peer + log);
                }
            }
        }
    }
}
