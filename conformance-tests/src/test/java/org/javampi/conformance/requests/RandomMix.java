package org.javampi.conformance.requests;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;

/**
 * What one rank does with one seed: starts, completes and cancels at random, then receives what is
 * still on its way, cancels what waits for nothing, and compares with the {@link MatchingModel}.
 */
final class RandomMix {
    private static final int STEPS = 120;
    private static final int[] LENGTHS = {Transfer.SHORTEST, 100, 16_000, 17_000, Transfer.LONGEST};

    private final MPI_Comm[] comms;
    private final int rank = MPI_Comm_rank(MPI_COMM_WORLD);
    private final int size = MPI_Comm_size(MPI_COMM_WORLD);
    private final Random random;
    private final int comm;
    private final int tags;
    private final int wildcards;
    private final int cancels;
    private final Completion completion;
    private final List<Transfer> persistent = new ArrayList<>();
    private final int[][] missing;
    private int sends;
    private int receives;

    RandomMix(MPI_Comm[] comms, long seed) {
        this.comms = comms;
        // All ranks shape the mix alike, so that enough of it matches.
        Random shape = new Random(seed);
        comm = 1 + shape.nextInt(comms.length);
        tags = 1 + shape.nextInt(3);
        wildcards = shape.nextInt(100);
        cancels = shape.nextInt(40);
        random = new Random(31 * seed + rank + 1);
        completion = new Completion(rank, random);
        missing = new int[comms.length][];
    }

    /** All of it; collective. */
    void run() {
        for (int i = 0; i < 3; i++) {
            makePersistent(newSend(true));
            makePersistent(newReceive(true));
        }
        for (int step = 0; step < STEPS; step++) {
            act();
        }
        receiveTheRest();
        cancelWhatWaitsForNothing();
        compare();
        for (Transfer transfer : persistent) {
            MPI_Request_free(transfer.handle);
        }
        MPI_Barrier(MPI_COMM_WORLD);
    }

    private void act() {
        int die = random.nextInt(100);
        if (die < 25) {
            start(newSend(false));
        } else if (die < 50) {
            start(newReceive(false));
        } else if (die < 65) {
            restart();
        } else if (random.nextInt(100) < cancels) {
            cancel();
        } else {
            completion.tryAny();
        }
    }

    private Transfer newSend(boolean repeats) {
        return Transfer.send(
                random.nextBoolean(),
                repeats,
                random.nextInt(comm),
                random.nextInt(size),
                random.nextInt(tags),
                LENGTHS[random.nextInt(LENGTHS.length)]);
    }

    private Transfer newReceive(boolean repeats) {
        return Transfer.receive(
                repeats,
                random.nextInt(comm),
                random.nextInt(100) < wildcards ? MPI_ANY_SOURCE : random.nextInt(size),
                random.nextInt(100) < wildcards ? MPI_ANY_TAG : random.nextInt(tags));
    }

    private void restart() {
        List<Transfer> ready = new ArrayList<>(persistent);
        ready.removeIf(transfer -> transfer.active);
        if (!ready.isEmpty()) {
            start(ready.get(random.nextInt(ready.size())));
        }
    }

    private void start(Transfer t) {
        t.prepare(rank, t.sends ? sends++ : receives++);
        if (t.persistent) {
            MPI_Start(t.handle);
        } else {
            t.handle = !t.sends
                    ? call(MPI::MPI_Irecv, t)
                    : t.synchronous ? call(MPI::MPI_Issend, t) : call(MPI::MPI_Isend, t);
        }
        completion.started(t);
    }

    private void makePersistent(Transfer t) {
        t.handle = !t.sends
                ? call(MPI::MPI_Recv_init, t)
                : t.synchronous ? call(MPI::MPI_Ssend_init, t) : call(MPI::MPI_Send_init, t);
        persistent.add(t);
        completion.rests(t);
    }

    private MPI_Request call(Start start, Transfer t) {
        return start.of(t.buffer, t.buffer.length, MPI_BYTE, t.peer, t.tag, comms[t.comm]);
    }

    private interface Start {
        MPI_Request of(Object buf, int count, MPI_Datatype type, int peer, int tag, MPI_Comm comm);
    }

    private void cancel() {
        List<Transfer> candidates = new ArrayList<>(completion.pending());
        candidates.removeIf(t -> t.cancelAsked != Transfer.NEVER);
        if (!candidates.isEmpty()) {
            completion.cancel(candidates.get(random.nextInt(candidates.size())));
        }
    }

    /** From here on nobody sends: what must come is known. */
    private void receiveTheRest() {
        completion.waitForCancelled();
        for (int c = 0; c < comms.length; c++) {
            int[] mine = new int[size];
            missing[c] = new int[size];
            for (Sent s : completion.sent()) {
                mine[s.dest()] += s.comm() == c && !s.cancelled() ? 1 : 0;
            }
            for (Transfer t : completion.pending()) {
                if (t.sends && t.comm == c) {
                    mine[t.peer]++;
                }
            }
            MPI_Alltoall(mine, 1, MPI_INT, missing[c], 1, MPI_INT, MPI_COMM_WORLD);
        }
        while (completion.hasSends() || countMissing(0, comms.length) > 0) {
            for (int c = 0; c < comms.length; c++) {
                if (countMissing(c, c + 1) > 0 && !completion.receivesAnythingOf(c)) {
                    start(Transfer.receive(false, c, MPI_ANY_SOURCE, MPI_ANY_TAG));
                }
            }
            if (random.nextInt(100) < cancels) {
                completion.cancelAReceive();
            }
            completion.waitForAny();
        }
    }

    /** Of communicators {@code from} to before {@code to}. */
    private int countMissing(int from, int to) {
        int sum = 0;
        for (int c = from; c < to; c++) {
            for (int m : missing[c]) {
                sum += m;
            }
        }
        for (Received r : completion.received()) {
            sum -= !r.cancelled() && r.comm() >= from && r.comm() < to ? 1 : 0;
        }
        return sum;
    }

    private void cancelWhatWaitsForNothing() {
        MPI_Barrier(MPI_COMM_WORLD);
        for (MPI_Comm each : comms) {
            assertFalse(
                    MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, each, MPI_STATUS_IGNORE), "a message that nobody has sent");
        }
        List<Transfer> idle = new ArrayList<>(completion.pending());
        Collections.shuffle(idle, random);
        idle.removeIf(t -> t.cancelAsked != Transfer.NEVER);
        idle.forEach(completion::cancel);
        int before = completion.countCancelled();
        int pending = completion.pending().size();
        completion.waitForCancelled();
        assertTrue(completion.pending().isEmpty());
        assertEquals(before + pending, completion.countCancelled(), "receives of nothing");
    }

    /** Each rank learns what was sent to it, and judges what it has received. */
    private void compare() {
        List<Sent> all = completion.sent();
        assertEquals(sends, all.size(), "sends completed");
        assertEquals(receives, completion.received().size(), "receives completed");
        int[] mine = new int[all.size() * Sent.INTS];
        for (int i = 0; i < all.size(); i++) {
            all.get(i).store(mine, i * Sent.INTS);
        }
        int[] counts = new int[size];
        MPI_Allgather(new int[] {mine.length}, 1, MPI_INT, counts, 1, MPI_INT, MPI_COMM_WORLD);
        int[] places = new int[size];
        for (int r = 1; r < size; r++) {
            places[r] = places[r - 1] + counts[r - 1];
        }
        int[] everything = new int[places[size - 1] + counts[size - 1]];
        MPI_Allgatherv(mine, mine.length, MPI_INT, everything, counts, places, MPI_INT, MPI_COMM_WORLD);
        List<Sent> toMe = new ArrayList<>();
        for (int i = 0; i < everything.length; i += Sent.INTS) {
            Sent s = Sent.load(everything, i);
            if (s.dest() == rank) {
                toMe.add(s);
            }
        }
        assertEquals(List.of(), MatchingModel.complaints(toMe, completion.received()));
    }
}
