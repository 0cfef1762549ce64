package org.javampi.conformance.freeze;

import static org.javampi.MPI.*;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/**
 * Random messages between all ranks, each with a number and a check sum, until a file is there. Knows nothing of
 * checkpoints. A message that is lost, comes twice, late or damaged ends it with an exception.
 */
public final class Traffic {
    private static final int HEAD = 3;
    private static final int MOST = 20_000;

    private final int rank = MPI_Comm_rank(MPI_COMM_WORLD);
    private final int size = MPI_Comm_size(MPI_COMM_WORLD);
    private final long seed;
    private final long[] sent = new long[size];
    private final long[] got = new long[size];
    private final CRC32 all = new CRC32();
    private long messages;
    private long longestMs;

    private Traffic(long seed) {
        this.seed = seed;
    }

    /**
     * Runs as a rank.
     *
     * @param args the seed; the file
     */
    public static void main(String[] args) throws Exception {
        MPI_Init(args);
        new Traffic(Long.parseLong(args[0])).run(Path.of(args[1]));
        MPI_Finalize();
    }

    private void run(Path stop) throws Exception {
        if (rank == 0) {
            System.out.println("job " + System.getenv("JAVAMPI_JOB"));
        }
        int[] more = {1};
        long last = System.currentTimeMillis();
        int round = 0;
        while (more[0] == 1) {
            exchange(new Random(seed * 1_000_003 + round++));
            more[0] = Files.exists(stop) ? 0 : 1;
            MPI_Bcast(more, 1, MPI_INT, 0, MPI_COMM_WORLD);
            long now = System.currentTimeMillis();
            longestMs = Math.max(longestMs, now - last);
            last = now;
        }
        System.out.println("rank " + rank + ": " + messages + " messages in " + round + " rounds, sum "
                + Long.toHexString(all.getValue()) + ", stood " + longestMs + " ms at most");
    }

    /** One round: {@code plan} says the same to all ranks. */
    private void exchange(Random plan) {
        int[][] counts = new int[size][size];
        for (int[] row : counts) {
            for (int to = 0; to < size; to++) {
                row[to] = plan.nextInt(4);
            }
        }
        boolean any = plan.nextBoolean();
        MPI_Request[] requests = new MPI_Request[4 * size];
        int pending = 0;
        for (int to = 0; to < size; to++) {
            for (int i = 0; i < counts[rank][to]; i++) {
                int[] message = message(to);
                MPI_Request[] one = new MPI_Request[1];
                MPI_Isend(message, message.length, MPI_INT, to, 1, MPI_COMM_WORLD, one);
                requests[pending++] = one[0];
            }
        }
        int expected = 0;
        for (int from = 0; from < size; from++) {
            for (int i = 0; i < counts[from][rank]; i++) {
                expected++;
                if (!any) {
                    receive(from);
                }
            }
        }
        for (int i = 0; any && i < expected; i++) {
            receive(MPI_ANY_SOURCE);
        }
        for (int i = 0; i < pending; i++) {
            MPI_Wait(new MPI_Request[] {requests[i]}, MPI_STATUS_IGNORE);
        }
        MPI_Barrier(MPI_COMM_WORLD);
    }

    private int[] message(int to) {
        long number = sent[to]++;
        Random content = new Random(seed + 31 * number + 7 * rank + to);
        int[] message = new int[HEAD + (content.nextInt(8) == 0 ? content.nextInt(MOST) : content.nextInt(64))];
        message[0] = (int) number;
        for (int i = HEAD; i < message.length; i++) {
            message[i] = content.nextInt();
        }
        message[1] = message.length;
        message[2] = sum(message);
        return message;
    }

    private static int sum(int[] message) {
        int sum = 1;
        for (int i = HEAD; i < message.length; i++) {
            sum = 31 * sum + message[i];
        }
        return sum;
    }

    private void receive(int from) {
        int[] message = new int[HEAD + MOST];
        MPI_Status status = MPI_Recv(message, message.length, MPI_INT, from, 1, MPI_COMM_WORLD);
        int source = status.MPI_SOURCE;
        int[] whole = Arrays.copyOf(message, MPI_Get_count(status, MPI_INT));
        if (whole[0] != (int) got[source] || whole[1] != whole.length || whole[2] != sum(whole)) {
            throw new IllegalStateException("rank " + rank + ": message " + whole[0] + " of " + source + ", expected "
                    + got[source] + "; length " + whole.length + " for " + whole[1]);
        }
        got[source]++;
        messages++;
        all.update(whole[2]);
    }
}
