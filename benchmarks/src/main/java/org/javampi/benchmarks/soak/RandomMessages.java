package org.javampi.benchmarks.soak;

import static org.javampi.MPI.*;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/**
 * Random messages among all ranks, each checked: none lost, doubled, torn, or out of order within a
 * pair of ranks.
 *
 * <p>Every rank draws the same plan of each round from the seed: who sends how much to whom with
 * which tag. So a receiver knows what the next message of each sender must look like to the byte,
 * while it receives with wildcards, by probe, or by several posted receives at once. Arguments:
 * number of messages, seed.
 */
public final class RandomMessages {
    private static final int PER_ROUND = 64;
    private static final int LARGEST = 4 << 20;
    private static final int BLOCKING_UP_TO = 8 << 10;
    private static final int POSTED = 4;

    private final int rank;
    private final int size;
    private final long seed;
    private final byte[] noise = new byte[2 * LARGEST];
    private final Random choices;

    /** Messages still to come, by source. */
    private final List<Queue<Planned>> expected = new ArrayList<>();

    private final Queue<List<Planned>> plannedSends = new ArrayDeque<>();
    private final int[][] sequences;
    private int plannedRounds;

    /** The round that this rank is in. */
    private int current = -1;

    private final byte[][] buffers = new byte[POSTED][LARGEST];
    private long messages;
    private long bytes;

    private RandomMessages(long seed) {
        this.seed = seed;
        rank = MPI_Comm_rank(MPI_COMM_WORLD);
        size = MPI_Comm_size(MPI_COMM_WORLD);
        new Random(seed).nextBytes(noise);
        choices = new Random(seed * 31 + rank);
        sequences = new int[size][size];
        for (int source = 0; source < size; source++) {
            expected.add(new ArrayDeque<>());
        }
    }

    private record Planned(int round, int source, int dest, int tag, int length, int sequence) {}

    /** Runs as one rank. */
    public static void main(String[] args) {
        MPI_Init(args);
        long total = args.length > 0 ? Long.parseLong(args[0]) : 100_000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
        long[] common = {seed};
        MPI_Bcast(common, 1, MPI_LONG, 0, MPI_COMM_WORLD);
        RandomMessages soak = new RandomMessages(common[0]);
        double start = MPI_Wtime();
        soak.run(total);
        soak.report(MPI_Wtime() - start);
        MPI_Finalize();
    }

    private void run(long total) {
        long planned = 0;
        for (int round = 0; planned < total; round++) {
            while (plannedRounds <= round) {
                planNext();
            }
            planned += (long) size * PER_ROUND;
            round();
        }
        MPI_Barrier(MPI_COMM_WORLD);
        if (MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, new MPI_Status())) {
            throw new IllegalStateException(fault("a message is left that nobody has sent"));
        }
    }

    /**
     * Plans one round more: what this rank sends in it, and what it is to receive. A sender may run
     * rounds ahead of a receiver, which then plans ahead to know what has come.
     */
    private void planNext() {
        List<Planned> sends = new ArrayList<>();
        for (Planned message : plan(plannedRounds)) {
            if (message.source == rank) {
                sends.add(message);
            }
            if (message.dest == rank) {
                expected.get(message.source).add(message);
            }
        }
        plannedSends.add(sends);
        plannedRounds++;
    }

    /** The round's messages in each sender's order; the same at all ranks. */
    private List<Planned> plan(int round) {
        Random random = new Random(seed ^ round * 0x9e3779b97f4a7c15L);
        List<Planned> plan = new ArrayList<>(size * PER_ROUND);
        for (int source = 0; source < size; source++) {
            for (int i = 0; i < PER_ROUND; i++) {
                int dest = random.nextInt(size);
                int tag = random.nextInt(4) == 0 ? random.nextInt(Integer.MAX_VALUE) : i % 5;
                plan.add(new Planned(round, source, dest, tag, length(random), sequences[source][dest]++));
            }
        }
        return plan;
    }

    private static int length(Random random) {
        int kind = random.nextInt(1000);
        int limit = kind < 900 ? 256 : kind < 980 ? 16 << 10 : kind < 999 ? 256 << 10 : LARGEST;
        return random.nextInt(limit + 1);
    }

    private int missing() {
        int missing = 0;
        for (Queue<Planned> fromSource : expected) {
            for (Planned message : fromSource) {
                if (message.round > current) {
                    break;
                }
                missing++;
            }
        }
        return missing;
    }

    private void round() {
        current++;
        List<MPI_Request> sends = new ArrayList<>();
        for (Planned message : plannedSends.remove()) {
            send(message, sends);
        }
        // Only what belongs to this round or an earlier one counts: a rank that left for its sends
        // with receives
        // outstanding could wait for one that does the same.
        for (int missing = missing(); missing > 0; missing = missing()) {
            receiveSome(missing);
        }
        MPI_Request[] all = sends.toArray(new MPI_Request[0]);
        MPI_Waitall(all.length, all, MPI_STATUSES_IGNORE);
    }

    private void send(Planned message, List<MPI_Request> sends) {
        byte[] data = Arrays.copyOfRange(noise, offset(message), offset(message) + message.length);
        int kind = choices.nextInt(4);
        int n = message.length;
        if (kind == 0 && n <= BLOCKING_UP_TO) {
            MPI_Send(data, n, MPI_BYTE, message.dest, message.tag, MPI_COMM_WORLD);
            Arrays.fill(data, (byte) 0);
        } else if (kind == 1) {
            sends.add(MPI_Issend(data, n, MPI_BYTE, message.dest, message.tag, MPI_COMM_WORLD));
        } else {
            sends.add(MPI_Isend(data, n, MPI_BYTE, message.dest, message.tag, MPI_COMM_WORLD));
        }
    }

    /** Receives one message or several in one of three ways. */
    private void receiveSome(int incoming) {
        int way = choices.nextInt(3);
        MPI_Status status = new MPI_Status();
        if (way == 0) {
            MPI_Recv(buffers[0], LARGEST, MPI_BYTE, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, status);
            check(status, buffers[0]);
            return;
        }
        if (way == 1) {
            MPI_Probe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, status);
            int n = MPI_Get_count(status, MPI_BYTE);
            byte[] exact = new byte[n];
            MPI_Recv(exact, n, MPI_BYTE, status.MPI_SOURCE, status.MPI_TAG, MPI_COMM_WORLD, status);
            check(status, exact);
            return;
        }
        int count = Math.min(incoming, POSTED);
        MPI_Request[] requests = new MPI_Request[count];
        for (int i = 0; i < count; i++) {
            requests[i] = MPI_Irecv(buffers[i], LARGEST, MPI_BYTE, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
        }
        MPI_Status[] statuses = MPI_Waitall(count, requests);
        for (int i = 0; i < count; i++) {
            check(statuses[i], buffers[i]);
        }
    }

    private void check(MPI_Status status, byte[] data) {
        int length = MPI_Get_count(status, MPI_BYTE);
        Queue<Planned> fromSource = expected.get(status.MPI_SOURCE);
        while (fromSource.isEmpty()) {
            planNext();
        }
        Planned wanted = fromSource.remove();
        if (status.MPI_TAG != wanted.tag || length != wanted.length) {
            throw new IllegalStateException(
                    fault("expected " + wanted + " but got tag " + status.MPI_TAG + ", " + length + " bytes"));
        }
        int from = offset(wanted);
        int torn = Arrays.mismatch(noise, from, from + length, data, 0, length);
        if (torn >= 0) {
            throw new IllegalStateException(fault(wanted + " differs at byte " + torn));
        }
        messages++;
        bytes += length;
    }

    private int offset(Planned message) {
        long mixed = (message.source * 1009L + message.dest) * 1_000_003L + message.sequence;
        return (int) Long.remainderUnsigned(mixed * 0x9e3779b97f4a7c15L, LARGEST);
    }

    private String fault(String what) {
        return "rank " + rank + ", seed " + seed + ", after " + messages + " messages: " + what;
    }

    private void report(double seconds) {
        long[] mine = {messages, bytes};
        long[] all = new long[2];
        MPI_Reduce(mine, all, 2, MPI_LONG, MPI_SUM, 0, MPI_COMM_WORLD);
        if (rank == 0) {
            System.out.printf(
                    Locale.ROOT,
                    "OK: %d messages, %d bytes, %d ranks, seed %d, %.1f s%n",
                    all[0],
                    all[1],
                    size,
                    seed,
                    seconds);
        }
    }
}
