package org.javampi.conformance.replay;

import static org.javampi.MPI.*;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.javampi.Checkpoint;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Message;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/**
 * A program that uses all kinds of functions in random order, and writes down what each tells: which message came, after
 * how many polls, at what time. What is random is a seed's, the same at all ranks.
 */
final class RandomTalk {
    private static final int KINDS = 14;

    /** What the program keeps over a checkpoint for which it marks a point. */
    static final class Diary implements Serializable {
        private static final long serialVersionUID = 1L;
        private int round;
        private final ArrayList<String> heard = new ArrayList<>();
        private final Random own;

        Diary(long seed, int rank) {
            own = new Random(seed * 31 + rank);
        }
    }

    private final Diary diary;
    private final Random own;
    private final MPI_Comm base;
    private int rank;
    private int size;

    private RandomTalk(Diary diary, MPI_Comm base) {
        this.diary = diary;
        this.base = base;
        own = diary.own;
    }

    /**
     * Runs as a rank.
     *
     * @param points rounds between two points at which a checkpoint is taken; 0 for none
     * @return what was heard
     */
    static List<String> play(long seed, int rounds, int points) {
        MPI_Init(new String[0]);
        int[] word = {MPI_Comm_rank(MPI_COMM_WORLD)};
        MPI_Bcast(word, 1, MPI_INT, MPI_Comm_size(MPI_COMM_WORLD) - 1, MPI_COMM_WORLD);
        MPI_Comm[] base = new MPI_Comm[1];
        MPI_Comm_dup(MPI_COMM_WORLD, base);
        Diary diary = new Diary(seed + word[0], MPI_Comm_rank(base[0]));
        if (points > 0) {
            Checkpoint.register("diary", diary);
        }
        RandomTalk talk = new RandomTalk(diary, base[0]);
        talk.run(seed, rounds, points);
        MPI_Finalize();
        talk.hear("end");
        return diary.heard;
    }

    /**
     * A program that marks no points.
     *
     * @param args the seed; the number of rounds; a directory for what each rank has heard
     */
    public static void main(String[] args) throws IOException {
        List<String> heard = play(Long.parseLong(args[0]), Integer.parseInt(args[1]), 0);
        // Its rank is the only thing that nobody else's diary begins with.
        Files.write(Path.of(args[2], heard.get(0)), heard);
    }

    private void run(long seed, int rounds, int points) {
        rank = MPI_Comm_rank(MPI_COMM_WORLD);
        size = MPI_Comm_size(MPI_COMM_WORLD);
        if (diary.round == 0) {
            diary.heard.add("rank-" + rank);
        }
        while (diary.round < rounds) {
            Random plan = new Random(seed * 1_000_003 + diary.round);
            round(diary.round < KINDS ? diary.round : plan.nextInt(KINDS), plan);
            MPI_Barrier(base);
            diary.round++;
            if (points > 0 && diary.round % points == 0) {
                Checkpoint.take();
            }
        }
    }

    private void hear(Object... what) {
        diary.heard.add(Arrays.deepToString(what));
    }

    private int[] words(int count) {
        return own.ints(count).toArray();
    }

    private void round(int kind, Random plan) {
        hear("round", kind, MPI_Wtime());
        switch (kind) {
            case 0 -> anySource(plan);
            case 1 -> waitAny();
            case 2 -> testSome();
            case 3 -> probes();
            case 4 -> collectives(MPI_COMM_WORLD, plan);
            case 5 -> later();
            case 6 -> parts(plan);
            case 7 -> grids();
            case 8 -> types();
            case 9 -> persistent();
            case 10 -> partitioned();
            case 11 -> errors();
            case 12 -> between();
            default -> own();
        }
    }

    private void anySource(Random plan) {
        int count = 1 + plan.nextInt(20);
        List<MPI_Request> sends = new ArrayList<>();
        for (int to = 0; to < size; to++) {
            for (int i = 0; i < count; i++) {
                MPI_Request[] one = new MPI_Request[1];
                int[] message = words(own.nextInt(plan.nextInt(10) == 0 ? 20_000 : 50));
                MPI_Isend(message, message.length, MPI_INT, to, own.nextInt(3), MPI_COMM_WORLD, one);
                sends.add(one[0]);
            }
        }
        for (int i = 0; i < size * count; i++) {
            int[] message = new int[20_000];
            MPI_Status status = new MPI_Status();
            MPI_Recv(message, message.length, MPI_INT, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, status);
            hear(status, Arrays.hashCode(message), MPI_Get_count(status, MPI_INT));
        }
        MPI_Waitall(sends.size(), sends.toArray(new MPI_Request[0]), MPI_STATUSES_IGNORE);
    }

    private void sendToAll(int count) {
        for (int to = 0; to < size; to++) {
            MPI_Bsend(words(count), count, MPI_INT, to, 5, MPI_COMM_WORLD);
        }
    }

    private void waitAny() {
        byte[] space = new byte[100_000];
        MPI_Buffer_attach(space, space.length);
        MPI_Request[] requests = new MPI_Request[size];
        int[][] messages = new int[size][40];
        for (int i = 0; i < size; i++) {
            requests[i] = MPI_Irecv(messages[i], 40, MPI_INT, MPI_ANY_SOURCE, 5, MPI_COMM_WORLD);
        }
        sendToAll(30);
        for (int i = 0; i < size; i++) {
            int[] index = new int[1];
            MPI_Status status = new MPI_Status();
            MPI_Waitany(size, requests, index, status);
            hear(index[0], status, Arrays.hashCode(messages[index[0]]), requests[index[0]] == MPI_REQUEST_NULL);
        }
        Object[] detached = new Object[1];
        MPI_Buffer_detach(detached, new int[1]);
        hear(detached[0] == space);
    }

    private void testSome() {
        MPI_Request[] requests = new MPI_Request[2 * size];
        int[][] messages = new int[size][10];
        for (int i = 0; i < size; i++) {
            requests[i] = MPI_Irecv(messages[i], 10, MPI_INT, i, 6, MPI_COMM_WORLD);
            requests[size + i] = MPI_Isend(words(10), 10, MPI_INT, i, 6, MPI_COMM_WORLD);
        }
        int left = 2 * size;
        int polls = 0;
        while (left > 0) {
            int[] outcount = new int[1];
            int[] indices = new int[2 * size];
            MPI_Status[] statuses = new MPI_Status[2 * size];
            Arrays.setAll(statuses, i -> new MPI_Status());
            MPI_Testsome(2 * size, requests, outcount, indices, statuses);
            polls++;
            if (outcount[0] > 0) {
                left -= outcount[0];
                hear(polls, Arrays.copyOf(indices, outcount[0]), statuses[0]);
            }
        }
        hear("polled", polls, messages);
        boolean[] flag = new boolean[1];
        MPI_Testall(2 * size, requests, flag, MPI_STATUSES_IGNORE);
        hear(flag);
    }

    private void probes() {
        MPI_Request[] sends = new MPI_Request[2 * size];
        for (int to = 0; to < size; to++) {
            sends[to] = MPI_Isend(words(to + 1), to + 1, MPI_INT, to, 7, MPI_COMM_WORLD);
            sends[size + to] = MPI_Isend(words(3), 3, MPI_INT, to, 8, MPI_COMM_WORLD);
        }
        int polls = 0;
        for (int got = 0; got < size; ) {
            boolean[] flag = new boolean[1];
            MPI_Status status = new MPI_Status();
            MPI_Iprobe(MPI_ANY_SOURCE, 7, MPI_COMM_WORLD, flag, status);
            polls++;
            if (flag[0]) {
                int[] message = new int[MPI_Get_count(status, MPI_INT)];
                MPI_Recv(message, message.length, MPI_INT, status.MPI_SOURCE, 7, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                hear(polls, message);
                got++;
            }
        }
        for (int i = 0; i < size; i++) {
            MPI_Message[] message = new MPI_Message[1];
            MPI_Status status = new MPI_Status();
            boolean[] flag = new boolean[1];
            if (i % 2 == 0) {
                MPI_Mprobe(MPI_ANY_SOURCE, 8, MPI_COMM_WORLD, message, status);
            } else {
                while (!flag[0]) {
                    MPI_Improbe(MPI_ANY_SOURCE, 8, MPI_COMM_WORLD, flag, message, status);
                    polls++;
                }
            }
            int[] words = new int[3];
            MPI_Mrecv(words, 3, MPI_INT, message, MPI_STATUS_IGNORE);
            hear(polls, status, words, message[0] == MPI_MESSAGE_NULL);
        }
        MPI_Waitall(2 * size, sends, MPI_STATUSES_IGNORE);
        MPI_Barrier(MPI_COMM_WORLD);
    }

    private void collectives(MPI_Comm comm, Random plan) {
        int n = MPI_Comm_size(comm);
        int me = MPI_Comm_rank(comm);
        int root = plan.nextInt(n);
        int[] words = words(4);
        MPI_Bcast(words, 4, MPI_INT, root, comm);
        hear("bcast", words);
        int[] all = new int[4 * n];
        MPI_Allgather(words(4), 4, MPI_INT, all, 4, MPI_INT, comm);
        hear("allgather", all);
        int[] counts = new int[n];
        int[] displs = new int[n];
        Arrays.setAll(counts, i -> i + 1);
        Arrays.setAll(displs, i -> i * (n + 1));
        int[] pieces = new int[n * (n + 1)];
        MPI_Gatherv(words(me + 1), me + 1, MPI_INT, pieces, counts, displs, MPI_INT, root, comm);
        hear("gatherv", pieces);
        int[] piece = new int[me + 1];
        MPI_Scatterv(words(n * (n + 1)), counts, displs, MPI_INT, piece, me + 1, MPI_INT, root, comm);
        hear("scatterv", piece);
        int[] sent = words(n);
        int[] got = new int[n];
        MPI_Alltoall(sent, 1, MPI_INT, got, 1, MPI_INT, comm);
        hear("alltoall", got);
        double[] sum = new double[2];
        MPI_Allreduce(new double[] {own.nextDouble(), 1}, sum, 2, MPI_DOUBLE, MPI_SUM, comm);
        hear("allreduce", sum);
        int[] inPlace = words(3);
        MPI_Allreduce(MPI_IN_PLACE, inPlace, 3, MPI_INT, MPI_BXOR, comm);
        hear("in place", inPlace);
        int[] scan = new int[2];
        MPI_Scan(words(2), scan, 2, MPI_INT, MPI_SUM, comm);
        int[] exscan = new int[2];
        MPI_Exscan(words(2), exscan, 2, MPI_INT, MPI_SUM, comm);
        hear("scans", scan, exscan);
        int[] part = new int[me + 1];
        MPI_Reduce_scatter(words(n * (n + 1) / 2), part, counts, MPI_INT, MPI_MAX, comm);
        int[] block = new int[2];
        MPI_Reduce_scatter_block(words(2 * n), block, 2, MPI_INT, MPI_MIN, comm);
        hear("reduce_scatter", part, block);
        int[] reduced = new int[2];
        MPI_Op[] op = new MPI_Op[1];
        MPI_Op_create(
                (in, inout, len, type) -> {
                    for (int i = 0; i < len; i++) {
                        ((int[]) inout)[i] += ((int[]) in)[i];
                    }
                },
                true,
                op);
        MPI_Reduce(words(2), reduced, 2, MPI_INT, op[0], root, comm);
        hear("reduce", reduced);
        MPI_Op_free(op);
        MPI_Datatype[] types = new MPI_Datatype[n];
        int[] ones = new int[n];
        int[] bytes = new int[n];
        Arrays.fill(types, MPI_INT);
        Arrays.fill(ones, 1);
        Arrays.setAll(bytes, i -> 8 * i);
        int[] into = new int[2 * n];
        MPI_Alltoallw(words(2 * n), ones, bytes, types, into, ones, bytes, types, comm);
        hear("alltoallw", into);
    }

    private void later() {
        MPI_Request[] requests = new MPI_Request[5];
        int[] bcast = words(3);
        int[] gathered = new int[3 * size];
        double[] reduced = new double[1];
        long[] large = new long[30_000];
        long[] mine = own.longs(large.length).toArray();
        requests[0] = MPI_Ibcast(bcast, 3, MPI_INT, 0, MPI_COMM_WORLD);
        requests[1] = MPI_Igather(words(3), 3, MPI_INT, gathered, 3, MPI_INT, size - 1, MPI_COMM_WORLD);
        requests[2] = MPI_Iallreduce(new double[] {own.nextDouble()}, reduced, 1, MPI_DOUBLE, MPI_MAX, MPI_COMM_WORLD);
        requests[3] = MPI_Ibarrier(MPI_COMM_WORLD);
        requests[4] = MPI_Iallreduce(mine, large, large.length, MPI_LONG, MPI_SUM, MPI_COMM_WORLD);
        boolean[] flag = new boolean[1];
        int polls = 0;
        while (!flag[0]) {
            MPI_Request_get_status(requests[2], flag, new MPI_Status());
            polls++;
        }
        MPI_Waitall(5, requests, MPI_STATUSES_IGNORE);
        hear("later", polls, bcast, gathered, reduced, Arrays.hashCode(large));
    }

    private void parts(Random plan) {
        int[] keyval = new int[1];
        List<String> copied = new ArrayList<>();
        MPI_Comm_create_keyval(
                (comm, key, extra, value, out, flag) -> {
                    copied.add("copied " + value);
                    out[0] = value + "'";
                    flag[0] = true;
                    return MPI_SUCCESS;
                },
                (comm, key, value, extra) -> {
                    copied.add("deleted " + value);
                    return MPI_SUCCESS;
                },
                keyval,
                null);
        MPI_Comm[] part = new MPI_Comm[1];
        MPI_Comm_split(MPI_COMM_WORLD, plan.nextBoolean() && rank == 0 ? MPI_UNDEFINED : rank % 2, -rank, part);
        hear("split", part[0] == MPI_COMM_NULL);
        if (part[0] != MPI_COMM_NULL) {
            MPI_Comm_set_attr(part[0], keyval[0], "value");
            MPI_Comm[] dup = new MPI_Comm[1];
            MPI_Comm_dup(part[0], dup);
            Object[] value = new Object[1];
            boolean[] flag = new boolean[1];
            MPI_Comm_get_attr(dup[0], keyval[0], value, flag);
            hear("dup", value, flag, MPI_Comm_rank(dup[0]), MPI_Comm_compare(part[0], dup[0]));
            collectives(dup[0], plan);
            MPI_Comm_free(dup);
            MPI_Comm[] idup = new MPI_Comm[1];
            MPI_Request[] request = new MPI_Request[1];
            MPI_Comm_idup(part[0], idup, request);
            MPI_Wait(request, MPI_STATUS_IGNORE);
            int[] rank = {MPI_Comm_rank(idup[0])};
            MPI_Bcast(rank, 1, MPI_INT, 0, idup[0]);
            MPI_Comm_free(idup);
            MPI_Comm_free(part);
        }
        MPI_Comm_free_keyval(keyval);
        hear(copied);
    }

    private void grids() {
        int[] dims = {0, 1};
        MPI_Dims_create(size, 2, dims);
        MPI_Comm[] grid = new MPI_Comm[1];
        MPI_Cart_create(MPI_COMM_WORLD, 2, dims, new boolean[] {true, false}, false, grid);
        int[] around = new int[4];
        MPI_Neighbor_allgather(words(1), 1, MPI_INT, around, 1, MPI_INT, grid[0]);
        int[] up = new int[1];
        int[] down = new int[1];
        MPI_Cart_shift(grid[0], 0, 1, up, down);
        hear("grid", dims, around, up, down);
        MPI_Comm[] row = new MPI_Comm[1];
        MPI_Cart_sub(grid[0], new boolean[] {true, false}, row);
        int[] sum = new int[1];
        MPI_Allreduce(words(1), sum, 1, MPI_INT, MPI_SUM, row[0]);
        hear("row", MPI_Comm_size(row[0]), sum);
        MPI_Comm[] graph = new MPI_Comm[1];
        int next = (rank + 1) % size;
        int before = (rank + size - 1) % size;
        MPI_Dist_graph_create_adjacent(
                MPI_COMM_WORLD,
                1,
                new int[] {before},
                MPI_UNWEIGHTED,
                1,
                new int[] {next},
                MPI_UNWEIGHTED,
                MPI_INFO_NULL,
                false,
                graph);
        int[] from = new int[3];
        MPI_Neighbor_alltoall(words(3), 3, MPI_INT, from, 3, MPI_INT, graph[0]);
        hear("ring", from);
        MPI_Comm[] dist = new MPI_Comm[1];
        MPI_Dist_graph_create(
                MPI_COMM_WORLD,
                1,
                new int[] {rank},
                new int[] {1},
                new int[] {next},
                new int[] {rank + 1},
                MPI_INFO_NULL,
                false,
                dist);
        int[] sources = new int[1];
        int[] weights = new int[1];
        MPI_Dist_graph_neighbors(dist[0], 1, sources, weights, 1, new int[1], new int[1]);
        hear("edges", sources, weights);
        MPI_Comm_free(dist);
        MPI_Comm_free(graph);
        MPI_Comm_free(row);
        MPI_Comm_free(grid);
    }

    private void types() {
        MPI_Datatype[] column = new MPI_Datatype[1];
        MPI_Type_vector(5, 1, 4, MPI_INT, column);
        MPI_Type_commit(column);
        int[] matrix = words(20);
        int next = (rank + 1) % size;
        int before = (rank + size - 1) % size;
        MPI_Sendrecv(
                matrix,
                1,
                column[0],
                next,
                1,
                at(matrix, 1),
                1,
                column[0],
                before,
                1,
                MPI_COMM_WORLD,
                MPI_STATUS_IGNORE);
        MPI_Sendrecv_replace(matrix, 1, column[0], before, 2, next, 2, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        hear(matrix);
        java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocateDirect(64).order(java.nio.ByteOrder.nativeOrder());
        buffer.position(16);
        MPI_Request[] request = new MPI_Request[1];
        MPI_Irecv(buffer, 4, MPI_INT, before, 3, MPI_COMM_WORLD, request);
        MPI_Ssend(words(4), 4, MPI_INT, next, 3, MPI_COMM_WORLD);
        MPI_Wait(request[0]);
        buffer.position(0);
        hear(buffer.getInt(16), buffer.getInt(28));
        MPI_Type_free(column);
    }

    private void persistent() {
        int next = (rank + 1) % size;
        int before = (rank + size - 1) % size;
        int[] out = new int[6];
        int[] in = new int[6];
        MPI_Request[] both = new MPI_Request[3];
        MPI_Request[] one = new MPI_Request[1];
        MPI_Recv_init(in, 6, MPI_INT, before, 4, MPI_COMM_WORLD, one);
        both[0] = one[0];
        MPI_Send_init(out, 6, MPI_INT, next, 4, MPI_COMM_WORLD, one);
        both[1] = one[0];
        int[] sum = new int[6];
        MPI_Allreduce_init(out, sum, 6, MPI_INT, MPI_SUM, MPI_COMM_WORLD, MPI_INFO_NULL, one);
        both[2] = one[0];
        for (int i = 0; i < 3; i++) {
            System.arraycopy(words(6), 0, out, 0, 6);
            MPI_Startall(3, both);
            MPI_Status[] statuses = {new MPI_Status(), new MPI_Status(), new MPI_Status()};
            MPI_Waitall(3, both, statuses);
            hear(in, sum, statuses[0]);
        }
        for (MPI_Request request : both) {
            MPI_Request_free(new MPI_Request[] {request});
        }
    }

    private void partitioned() {
        int next = (rank + 1) % size;
        int before = (rank + size - 1) % size;
        int[] out = words(8);
        int[] in = new int[8];
        MPI_Request[] both = new MPI_Request[2];
        MPI_Request[] one = new MPI_Request[1];
        MPI_Precv_init(in, 4, 2, MPI_INT, before, 4, MPI_COMM_WORLD, MPI_INFO_NULL, one);
        both[0] = one[0];
        MPI_Psend_init(out, 2, 4, MPI_INT, next, 4, MPI_COMM_WORLD, MPI_INFO_NULL, one);
        both[1] = one[0];
        MPI_Startall(2, both);
        MPI_Pready(1, both[1]);
        MPI_Pready(0, both[1]);
        int polls = 0;
        boolean[] flag = new boolean[1];
        while (!flag[0]) {
            MPI_Parrived(both[0], 2, flag);
            polls++;
        }
        hear(polls, in[4], in[5]);
        MPI_Waitall(2, both, MPI_STATUSES_IGNORE);
        hear(in);
        for (MPI_Request request : both) {
            MPI_Request_free(new MPI_Request[] {request});
        }
    }

    private void errors() {
        MPI_Comm[] dup = new MPI_Comm[1];
        MPI_Comm_dup(MPI_COMM_WORLD, dup);
        MPI_Errhandler[] handler = new MPI_Errhandler[1];
        MPI_Comm_create_errhandler((comm, code) -> hear("handled", MPI_Error_class(code)), handler);
        MPI_Comm_set_errhandler(dup[0], handler[0]);
        int code = MPI_Send(new int[1], -1, MPI_INT, 0, 0, dup[0]);
        String[] text = new String[1];
        MPI_Error_string(code, text, new int[1]);
        hear(code, text);
        MPI_Comm_set_errhandler(dup[0], MPI_ERRORS_RETURN);
        MPI_Request[] send = new MPI_Request[1];
        MPI_Isend(words(5), 5, MPI_INT, rank, 1, dup[0], send);
        int[] small = new int[2];
        hear(MPI_Error_class(MPI_Recv(small, 2, MPI_INT, rank, 1, dup[0], MPI_STATUS_IGNORE)));
        MPI_Wait(send, MPI_STATUS_IGNORE);
        MPI_Comm_set_errhandler(dup[0], MPI_ERRORS_THROW_EXCEPTIONS);
        try {
            MPI_Recv(small, 2, MPI_INT, size, 1, dup[0], MPI_STATUS_IGNORE);
        } catch (org.javampi.MPIException e) {
            hear(e.getMessage(), e.errorClass());
        }
        MPI_Comm_free(dup);
        MPI_Errhandler_free(handler);
    }

    private void between() {
        MPI_Comm[] half = new MPI_Comm[1];
        int side = rank < size / 2 ? 0 : 1;
        MPI_Comm_split(MPI_COMM_WORLD, side, rank, half);
        MPI_Comm[] inter = new MPI_Comm[1];
        MPI_Intercomm_create(half[0], 0, MPI_COMM_WORLD, side == 0 ? size / 2 : 0, 9, inter);
        int others = MPI_Comm_remote_size(inter[0]);
        int[] gathered = new int[2 * others];
        MPI_Allgather(words(2), 2, MPI_INT, gathered, 2, MPI_INT, inter[0]);
        int[] bcast = words(2);
        int root = side == 1 ? 0 : MPI_Comm_rank(inter[0]) == 0 ? MPI_ROOT : MPI_PROC_NULL;
        MPI_Bcast(bcast, 2, MPI_INT, root, inter[0]);
        hear("between", gathered, bcast);
        MPI_Comm[] merged = new MPI_Comm[1];
        MPI_Intercomm_merge(inter[0], side == 0, merged);
        int[] first = {rank};
        MPI_Bcast(first, 1, MPI_INT, 0, merged[0]);
        hear("merged", MPI_Comm_rank(merged[0]), first);
        MPI_Comm_free(merged);
        MPI_Comm_free(inter);
        MPI_Comm_free(half);
    }

    private void own() {
        ArrayList<String> called = new ArrayList<>();
        MPI_Request[] request = new MPI_Request[1];
        MPI_Grequest_start(
                (extra, status) -> {
                    called.add("query");
                    return MPI_SUCCESS;
                },
                extra -> {
                    called.add("free");
                    return MPI_SUCCESS;
                },
                (extra, complete) -> MPI_SUCCESS,
                null,
                request);
        boolean[] flag = new boolean[1];
        MPI_Test(request, flag, MPI_STATUS_IGNORE);
        MPI_Grequest_complete(request[0]);
        MPI_Wait(request, MPI_STATUS_IGNORE);
        String[] name = new String[1];
        MPI_Get_processor_name(name, new int[1]);
        MPI_Request[] cancelled = {MPI_Irecv(new int[1], 1, MPI_INT, rank, 99, MPI_COMM_WORLD)};
        MPI_Cancel(cancelled[0]);
        MPI_Status status = new MPI_Status();
        MPI_Wait(cancelled, status);
        hear(called, flag, name, MPI_Test_cancelled(status));
    }
}
