package org.javampi.conformance.replay;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.javampi.GrowingBuffer;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.core.world.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages of objects: nobody knows their lengths before they come, so their memory grows with them. */
class GrowingBuffersTest {
    private static final int RANKS = 3;
    private static final int MESSAGES = 40;
    private static final int LONGEST = 100_000;

    @TempDir
    Path folder;

    @Test
    void shouldTellAReceiverOfAnyLengthTheSameAgain() {
        Map<Integer, List<Integer>> heard = new ConcurrentHashMap<>();
        World.of(RANKS).record(folder).run(rank -> heard.put(rank, talk()));
        assertEquals((RANKS - 1) * MESSAGES + 1, heard.get(0).size());
        Map<Integer, List<Integer>> again = new ConcurrentHashMap<>();
        World.replay(folder, 0, 0).run(rank -> again.put(rank, talk()));
        assertEquals(heard.get(0), again.get(0));
    }

    /** Rank 0 receives from all others by turns: at once, and by a receive that has begun before. Then a receive fails. */
    private static List<Integer> talk() {
        MPI_Init();
        List<Integer> found = new ArrayList<>();
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        Random random = new Random(rank);
        for (int i = 0; i < (RANKS - 1) * MESSAGES; i++) {
            if (rank == 0) {
                found.add(receive(i % 2 == 0));
            } else if (i < MESSAGES) {
                byte[] bytes = new byte[i % 5 == 0 ? 0 : random.nextInt(LONGEST)];
                random.nextBytes(bytes);
                MPI_Send(bytes, bytes.length, MPI_BYTE, 0, i, MPI_COMM_WORLD);
            }
        }
        MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
        GrowingBuffer none = new GrowingBuffer();
        found.add(MPI_Recv(none, Integer.MAX_VALUE, MPI_BYTE, RANKS, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE));
        assertEquals(0, none.size());
        MPI_Finalize();
        return found;
    }

    private static int receive(boolean atOnce) {
        GrowingBuffer buffer = new GrowingBuffer();
        MPI_Status status = new MPI_Status();
        if (atOnce) {
            MPI_Recv(buffer, Integer.MAX_VALUE, MPI_BYTE, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, status);
        } else {
            MPI_Request[] request = new MPI_Request[1];
            MPI_Irecv(buffer, Integer.MAX_VALUE, MPI_BYTE, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, request);
            MPI_Wait(request, status);
        }
        int[] count = new int[1];
        MPI_Get_count(status, MPI_BYTE, count);
        byte[] bytes = new byte[count[0]];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = buffer.piece(i)[buffer.offset(i)];
        }
        assertEquals(bytes.length, buffer.size());
        return 31 * Arrays.hashCode(bytes) + status.MPI_SOURCE;
    }
}
