package org.javampi.benchmarks.npb;

import static org.javampi.MPI.*;

import java.util.Arrays;
import java.util.List;

/**
 * IS, integer sort: the rank of each key among all, by buckets that are dealt out to the ranks and
 * by counting within them. The number of ranks must be a power of two.
 */
public final class Is implements Kernel {
    private static final long SEED = 314159265;
    private static final int ITERATIONS = 10;
    private static final int TESTS = 5;

    private final ProblemClass problemClass;
    private final int logKeys;
    private final int logLargest;
    private final int rank;
    private final int ranks;
    private final int keysPerRank;
    private final int bucketCount;

    /** How far right a key must be shifted to become its bucket's number. */
    private final int shift;

    private final int[] keys;
    private final int[] byBucket;
    private int[] received;
    private int[] rankOf;

    /** Keys in each bucket, here and on all ranks; behind them the values of the test keys. */
    private final int[] bucketSize;

    private final int[] bucketTotal;
    private final int[] bucketEnd;

    /** The first bucket of each rank, and at the end the number of buckets. */
    private final int[] firstBucket;

    private final int[] sendCounts;
    private final int[] sendStarts;
    private final int[] receiveCounts;
    private final int[] receiveStarts;
    private int receivedCount;
    private int passed;

    private Is(ProblemClass problemClass) {
        this.problemClass = problemClass;
        logKeys = switch (problemClass) {
            case S -> 16;
            case W -> 20;
            case A -> 23;
            case B -> 25;
        };
        logLargest = switch (problemClass) {
            case S -> 11;
            case W -> 16;
            case A -> 19;
            case B -> 21;
        };
        bucketCount = problemClass == ProblemClass.S ? 512 : 1024;
        shift = logLargest - Integer.numberOfTrailingZeros(bucketCount);
        ranks = Benchmark.powerOfTwo("IS", problemClass, bucketCount / 4);
        rank = MPI_Comm_rank(MPI_COMM_WORLD);
        keysPerRank = (1 << logKeys) / ranks;
        keys = new int[keysPerRank];
        byBucket = new int[keysPerRank];
        received = new int[keysPerRank];
        rankOf = new int[0];
        bucketSize = new int[bucketCount + TESTS];
        bucketTotal = new int[bucketCount + TESTS];
        bucketEnd = new int[bucketCount];
        firstBucket = new int[ranks + 1];
        sendCounts = new int[ranks];
        sendStarts = new int[ranks];
        receiveCounts = new int[ranks];
        receiveStarts = new int[ranks];
    }

    /** Runs as one rank; see {@link Benchmark}. */
    public static void main(String[] args) {
        Benchmark.run("IS", args, Is::new);
    }

    @Override
    public String size() {
        return Integer.toString(1 << logKeys);
    }

    @Override
    public int iterations() {
        return ITERATIONS;
    }

    @Override
    public void prepare() {
        RandomNumbers random = new RandomNumbers(SEED, 4L * keysPerRank * rank);
        int quarter = 1 << logLargest - 2;
        for (int i = 0; i < keysPerRank; i++) {
            double sum = random.next() + random.next();
            sum += random.next();
            sum += random.next();
            keys[i] = (int) (quarter * sum);
        }
        rank(1);
        passed = 0;
    }

    @Override
    public void compute() {
        for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
            rank(iteration);
        }
    }

    /** Ranks all keys once, and tests the ranks of five. */
    private void rank(int iteration) {
        if (rank == 0) {
            keys[iteration] = iteration;
            keys[iteration + ITERATIONS] = (1 << logLargest) - iteration;
        }
        Arrays.fill(bucketSize, 0);
        hideTestKeys();
        fillBuckets();
        MPI_Allreduce(bucketSize, bucketTotal, bucketCount + TESTS, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        dealOut();
        MPI_Alltoall(sendCounts, 1, MPI_INT, receiveCounts, 1, MPI_INT, MPI_COMM_WORLD);
        receivedCount = 0;
        for (int from = 0; from < ranks; from++) {
            receiveStarts[from] = receivedCount;
            receivedCount += receiveCounts[from];
        }
        makeRoom();
        MPI_Alltoallv(
                byBucket,
                sendCounts,
                sendStarts,
                MPI_INT,
                received,
                receiveCounts,
                receiveStarts,
                MPI_INT,
                MPI_COMM_WORLD);
        count();
        test(iteration);
    }

    /** Adds the test keys that are here behind the buckets: the sum brings them to all ranks. */
    private void hideTestKeys() {
        int[] places = testPlaces();
        for (int test = 0; test < TESTS; test++) {
            if (places[test] / keysPerRank == rank) {
                bucketSize[bucketCount + test] = keys[places[test] % keysPerRank];
            }
        }
    }

    private void fillBuckets() {
        int[] keys = this.keys;
        int[] size = this.bucketSize;
        int[] end = this.bucketEnd;
        int[] byBucket = this.byBucket;
        int shift = this.shift;
        for (int key : keys) {
            size[key >> shift]++;
        }
        int sum = 0;
        for (int bucket = 0; bucket < end.length; bucket++) {
            end[bucket] = sum;
            sum += size[bucket];
        }
        for (int key : keys) {
            byBucket[end[key >> shift]++] = key;
        }
    }

    /** Gives each rank the next buckets, until it and those before it have their share of keys. */
    private void dealOut() {
        int to = 0;
        long all = 0;
        int here = 0;
        int sent = 0;
        firstBucket[0] = 0;
        for (int bucket = 0; bucket < bucketCount; bucket++) {
            all += bucketTotal[bucket];
            here += bucketSize[bucket];
            if (all >= (to + 1L) * keysPerRank) {
                sendCounts[to] = here;
                sendStarts[to] = sent;
                sent += here;
                here = 0;
                firstBucket[++to] = bucket + 1;
            }
        }
        while (to < ranks) {
            sendCounts[to] = 0;
            sendStarts[to] = sent;
            firstBucket[++to] = bucketCount;
        }
    }

    /** In the first iteration; later ones differ in too few keys to need more. */
    private void makeRoom() {
        if (received.length < receivedCount) {
            received = new int[receivedCount + receivedCount / 8];
        }
        int values = firstBucket[rank + 1] - firstBucket[rank] << shift;
        if (rankOf.length < values) {
            rankOf = new int[values + (1 << shift)];
        }
    }

    /** How many keys here are not greater than each value: the rank among those that are here. */
    private void count() {
        int[] received = this.received;
        int[] rankOf = this.rankOf;
        int smallest = firstBucket[rank] << shift;
        int values = firstBucket[rank + 1] - firstBucket[rank] << shift;
        Arrays.fill(rankOf, 0, values, 0);
        for (int i = 0; i < receivedCount; i++) {
            rankOf[received[i] - smallest]++;
        }
        int sum = 0;
        for (int i = 0; i < values; i++) {
            sum += rankOf[i];
            rankOf[i] = sum;
        }
    }

    private void test(int iteration) {
        int smallest = firstBucket[rank] << shift;
        int end = firstBucket[rank + 1] << shift;
        int lesser = 0;
        for (int bucket = 0; bucket < firstBucket[rank]; bucket++) {
            lesser += bucketTotal[bucket];
        }
        for (int test = 0; test < TESTS; test++) {
            int key = bucketTotal[bucketCount + test];
            if (smallest <= key && key < end) {
                int before = key == smallest ? 0 : rankOf[key - smallest - 1];
                if (before + lesser == expectedRank(test, iteration)) {
                    passed++;
                }
            }
        }
    }

    private int[] testPlaces() {
        return switch (problemClass) {
            case S -> PLACES_S;
            case W -> PLACES_W;
            case A -> PLACES_A;
            case B -> PLACES_B;
        };
    }

    private static final int[] PLACES_S = {48427, 17148, 23627, 62548, 4431};
    private static final int[] PLACES_W = {357773, 934767, 875723, 898999, 404505};
    private static final int[] PLACES_A = {2112377, 662041, 5336171, 3642833, 4250760};
    private static final int[] PLACES_B = {41869, 812306, 5102857, 18232239, 26860214};
    private static final int[] RANKS_S = {0, 18, 346, 64917, 65463};
    private static final int[] RANKS_W = {1249, 11698, 1039987, 1043896, 1048018};
    private static final int[] RANKS_A = {104, 17523, 123928, 8288932, 8388264};
    private static final int[] RANKS_B = {33422937, 10244, 59149, 33135281, 99};

    /** Each iteration makes one key small and one large, which moves the ranks of all others. */
    private int expectedRank(int test, int iteration) {
        return switch (problemClass) {
            case S -> RANKS_S[test] + (test <= 2 ? iteration : -iteration);
            case W -> RANKS_W[test] + (test < 2 ? iteration - 2 : -iteration);
            case A -> RANKS_A[test] + (test <= 2 ? iteration - 1 : 1 - iteration);
            case B -> RANKS_B[test] + (test == 0 || test == 3 ? -iteration : iteration);
        };
    }

    @Override
    public double operations() {
        return (double) ITERATIONS * (1 << logKeys);
    }

    @Override
    public List<Check> checks() {
        int[] result = {passed, outOfOrder()};
        MPI_Allreduce(MPI_IN_PLACE, result, 2, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        long[] sums = sumsOfKeys();
        MPI_Allreduce(MPI_IN_PLACE, sums, 2, MPI_LONG, MPI_SUM, MPI_COMM_WORLD);
        return List.of(
                new Check("test keys with the right rank", result[0], ITERATIONS * TESTS, 0),
                new Check("keys out of order", result[1], 0, 0),
                new Check("sum of the sorted keys", sums[1], sums[0], 0));
    }

    /** Of this rank's own keys, and of those that it has received: NPB's checks do not see a key that was changed on the way. */
    private long[] sumsOfKeys() {
        long[] sums = new long[2];
        for (int key : keys) {
            sums[0] += key;
        }
        for (int i = 0; i < receivedCount; i++) {
            sums[1] += received[i];
        }
        return sums;
    }

    /** Sorts the keys by their ranks and counts those that are smaller than the one before. */
    private int outOfOrder() {
        int smallest = firstBucket[rank] << shift;
        int[] places = rankOf.clone();
        int[] sorted = new int[receivedCount];
        for (int i = 0; i < receivedCount; i++) {
            sorted[--places[received[i] - smallest]] = received[i];
        }
        int[] largest = {receivedCount == 0 ? smallest : sorted[receivedCount - 1]};
        int[] before = {Integer.MIN_VALUE};
        MPI_Sendrecv(
                largest,
                1,
                MPI_INT,
                rank + 1 < ranks ? rank + 1 : MPI_PROC_NULL,
                0,
                before,
                1,
                MPI_INT,
                rank > 0 ? rank - 1 : MPI_PROC_NULL,
                0,
                MPI_COMM_WORLD,
                MPI_STATUS_IGNORE);
        int wrong = 0;
        int previous = before[0];
        for (int key : sorted) {
            wrong += key < previous ? 1 : 0;
            previous = key;
        }
        return wrong;
    }
}
