package org.javampi.benchmarks.soak;

import static org.javampi.MPI.*;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.javampi.Checkpoint;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/**
 * Random messages among all ranks that outlive the ranks: each is checked for its number within its
 * pair and its content, however often the job is killed and restarted meanwhile. What was sent in a
 * round is received two rounds later at the latest, so that at every point messages are on their
 * way. Arguments: number of rounds, seed. {@code benchmarks/siege} kills and restarts it.
 */
public final class SurvivingMessages {
    private static final int PER_ROUND = 16;
    private static final int LARGEST = 256 << 10;
    private static final int POSTED = 3;
    private static final int LAG = 2;
    private static final int HEAD = 3;

    /** All that survives. */
    private static final class Ledger implements Serializable {
        private static final long serialVersionUID = 1L;
        int round;
        long messages;
        long words;
        long lives;
        int[] sentTo;
        int[] receivedFrom;

        /** By source, how many messages must have come by now. */
        int[] due;

        /** By round, oldest first, how many of each source are due when its time comes. */
        ArrayDeque<int[]> coming = new ArrayDeque<>();

        ArrayDeque<MPI_Request[]> sends = new ArrayDeque<>();
        int[][] posted = new int[POSTED][];
        MPI_Request[] receives = new MPI_Request[0];
    }

    private final Ledger ledger;
    private final long seed;
    private final int rank = MPI_Comm_rank(MPI_COMM_WORLD);
    private final int size = MPI_Comm_size(MPI_COMM_WORLD);
    private final int[] landing = new int[LARGEST];

    private SurvivingMessages(Ledger ledger, long seed) {
        this.ledger = ledger;
        this.seed = seed;
    }

    /** Runs as one rank. */
    public static void main(String[] args) {
        MPI_Init(args);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        Ledger ledger = new Ledger();
        ledger.sentTo = new int[size];
        ledger.receivedFrom = new int[size];
        ledger.due = new int[size];
        Checkpoint.register("ledger", ledger);
        ledger.lives++;
        SurvivingMessages soak = new SurvivingMessages(ledger, Long.parseLong(args[1]));
        int rounds = Integer.parseInt(args[0]);
        while (ledger.round < rounds) {
            soak.finishRound();
            soak.beginRound();
            Checkpoint.here();
        }
        soak.finishRound();
        while (!ledger.coming.isEmpty()) {
            soak.comeDue(0);
            soak.finishRound();
        }
        soak.report();
        MPI_Finalize();
    }

    /** Sends this round's messages, and asks for some of those that must come. */
    private void beginRound() {
        int[] mine = new int[size];
        List<MPI_Request> sends = new ArrayList<>();
        for (int source = 0; source < size; source++) {
            Random plan = new Random(seed * 31 + ledger.round * 1009L + source);
            for (int i = 0; i < PER_ROUND; i++) {
                int dest = plan.nextInt(size);
                int tag = plan.nextInt(100);
                int kind = plan.nextInt(100);
                int limit = kind < 80 ? 64 : kind < 99 ? 8 << 10 : LARGEST - HEAD;
                int length = HEAD + plan.nextInt(limit + 1);
                if (dest == rank) {
                    mine[source]++;
                }
                if (source == rank) {
                    sends.add(send(dest, tag, length, kind % 4 == 0));
                }
            }
        }
        ledger.coming.add(mine);
        ledger.sends.add(sends.toArray(new MPI_Request[0]));
        comeDue(LAG);
        ledger.receives = new MPI_Request[Math.min(POSTED, missing())];
        for (int i = 0; i < ledger.receives.length; i++) {
            ledger.posted[i] = new int[LARGEST];
            ledger.receives[i] =
                    MPI_Irecv(ledger.posted[i], LARGEST, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
        }
        ledger.round++;
    }

    private MPI_Request send(int dest, int tag, int length, boolean synchronous) {
        int[] data = new int[length];
        data[0] = rank;
        data[1] = ledger.sentTo[dest]++;
        data[2] = length;
        for (int i = HEAD; i < length; i++) {
            data[i] = word(rank, data[1], i);
        }
        return synchronous
                ? MPI_Issend(data, length, MPI_INT, dest, tag, MPI_COMM_WORLD)
                : MPI_Isend(data, length, MPI_INT, dest, tag, MPI_COMM_WORLD);
    }

    private static int word(int source, int number, int place) {
        return source * 7_919 + number * 104_729 + place * 31;
    }

    /** All but the newest {@code lag} rounds must have come at the end of this one. */
    private void comeDue(int lag) {
        while (ledger.coming.size() > lag) {
            int[] more = ledger.coming.remove();
            for (int source = 0; source < size; source++) {
                ledger.due[source] += more[source];
            }
        }
    }

    private int missing() {
        int missing = 0;
        for (int source = 0; source < size; source++) {
            missing += Math.max(0, ledger.due[source] - ledger.receivedFrom[source]);
        }
        return missing;
    }

    private void finishRound() {
        MPI_Status[] statuses = MPI_Waitall(ledger.receives.length, ledger.receives);
        for (int i = 0; i < ledger.receives.length; i++) {
            check(statuses[i], ledger.posted[i]);
            ledger.posted[i] = null;
        }
        ledger.receives = new MPI_Request[0];
        MPI_Status status = new MPI_Status();
        while (missing() > 0) {
            MPI_Recv(landing, LARGEST, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, status);
            check(status, landing);
        }
        while (ledger.sends.size() > 2 * LAG) {
            MPI_Request[] old = ledger.sends.remove();
            MPI_Waitall(old.length, old, MPI_STATUSES_IGNORE);
        }
    }

    private void check(MPI_Status status, int[] data) {
        int source = status.MPI_SOURCE;
        int length = MPI_Get_count(status, MPI_INT);
        int number = ledger.receivedFrom[source]++;
        if (data[0] != source || data[1] != number || data[2] != length) {
            throw new IllegalStateException(about()
                    + "expected number "
                    + number
                    + " of rank "
                    + source
                    + " but got "
                    + Arrays.toString(Arrays.copyOf(data, HEAD))
                    + ", length "
                    + length);
        }
        for (int i = HEAD; i < length; i++) {
            if (data[i] != word(source, number, i)) {
                throw new IllegalStateException(
                        about() + "message " + number + " of rank " + source + " is torn at " + i);
            }
        }
        ledger.messages++;
        ledger.words += length;
    }

    private String about() {
        return "rank " + rank + ", seed " + seed + ", round " + ledger.round + ": ";
    }

    private void report() {
        for (MPI_Request[] old : ledger.sends) {
            MPI_Waitall(old.length, old, MPI_STATUSES_IGNORE);
        }
        MPI_Barrier(MPI_COMM_WORLD);
        if (MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, new MPI_Status())) {
            throw new IllegalStateException(about() + "a message is left that nobody has sent");
        }
        long[] mine = {ledger.messages, Integer.BYTES * ledger.words};
        long[] all = new long[2];
        MPI_Reduce(mine, all, 2, MPI_LONG, MPI_SUM, 0, MPI_COMM_WORLD);
        long planned = (long) PER_ROUND * size * ledger.round;
        if (rank == 0 && all[0] != planned) {
            throw new IllegalStateException(about() + all[0] + " messages of " + planned);
        }
        if (rank == 0) {
            System.out.printf(
                    Locale.ROOT,
                    "OK: %d messages, %d bytes, %d ranks, seed %d, %d lives in a row%n",
                    all[0],
                    all[1],
                    size,
                    seed,
                    ledger.lives);
        }
    }
}
