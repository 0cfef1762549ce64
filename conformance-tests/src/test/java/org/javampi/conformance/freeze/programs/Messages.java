package org.javampi.conformance.freeze.programs;

import static org.javampi.MPI.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import org.javampi.MPI_Message;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/** Programs that know nothing of checkpoints: messages in all their forms. */
final class Messages {
    private Messages() {}

    /** A loop around a barrier, with locals of each width. */
    public static final class Counting {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            long sum = 0;
            double half = 1;
            float tenth = 0;
            boolean odd = false;
            byte small = 1;
            char letter = 'a';
            for (int i = 0; i < 100; i++) {
                MPI_Barrier(MPI_COMM_WORLD);
                sum = sum * 31 + i + rank;
                half = half / 2 + i;
                tenth += 0.1f;
                odd = !odd;
                small += 3;
                letter = (char) ('a' + i % 26);
                if (i % 20 == 0) {
                    System.out.println(i + " " + sum + " " + half + " " + tenth + " " + odd + small + letter);
                }
            }
            System.out.println(sum + " " + half);
            MPI_Finalize();
        }
    }

    /** A number that goes round, by calls that block. */
    public static final class Round {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            int size = MPI_Comm_size(MPI_COMM_WORLD);
            long[] token = {1};
            for (int round = 0; round < 30; round++) {
                if (rank == 0) {
                    MPI_Send(token, 1, MPI_LONG, 1 % size, 5, MPI_COMM_WORLD);
                    MPI_Status status = MPI_Recv(token, 1, MPI_LONG, size - 1, 5, MPI_COMM_WORLD);
                    if (round % 7 == 0) {
                        System.out.println(round + ": " + token[0] + " from " + status.MPI_SOURCE);
                    }
                } else {
                    MPI_Recv(token, 1, MPI_LONG, rank - 1, 5, MPI_COMM_WORLD);
                    token[0] = token[0] * 7 + rank;
                    MPI_Ssend(token, 1, MPI_LONG, (rank + 1) % size, 5, MPI_COMM_WORLD);
                }
            }
            System.out.println(token[0]);
            MPI_Finalize();
        }
    }

    /** Long messages, which wait for their receiver, both ways at once. */
    public static final class Exchange {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            int size = MPI_Comm_size(MPI_COMM_WORLD);
            double[] mine = new double[30_000];
            double[] theirs = new double[30_000];
            Arrays.setAll(mine, i -> i * 0.5 + rank);
            for (int step = 0; step < 12; step++) {
                int to = (rank + 1) % size;
                int from = (rank + size - 1) % size;
                MPI_Sendrecv(
                        mine,
                        mine.length,
                        MPI_DOUBLE,
                        to,
                        step,
                        theirs,
                        theirs.length,
                        MPI_DOUBLE,
                        from,
                        step,
                        MPI_COMM_WORLD);
                double[] kept = mine;
                mine = theirs;
                theirs = kept;
                mine[step] += 1;
                MPI_Sendrecv_replace(mine, 5000, MPI_DOUBLE, from, 99, to, 99, MPI_COMM_WORLD);
            }
            System.out.println(Arrays.stream(mine).sum() + " " + mine[17]);
            MPI_Finalize();
        }
    }

    /** Receives that are pending while much else happens, into arrays that statics and locals know, too. */
    public static final class Pending {
        static final int[][] INBOX = new int[4][];

        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            int size = MPI_Comm_size(MPI_COMM_WORLD);
            int left = (rank + size - 1) % size;
            long sum = 0;
            for (int round = 0; round < 8; round++) {
                MPI_Request[] requests = new MPI_Request[4];
                for (int i = 0; i < 4; i++) {
                    INBOX[i] = new int[300 * (i + 1)];
                    requests[i] = MPI_Irecv(INBOX[i], INBOX[i].length, MPI_INT, left, i, MPI_COMM_WORLD);
                }
                int[] second = INBOX[1];
                MPI_Barrier(MPI_COMM_WORLD);
                for (int i = 3; i >= 0; i--) {
                    int[] out = new int[300 * (i + 1)];
                    Arrays.fill(out, round * 10 + i + rank);
                    MPI_Send(out, out.length, MPI_INT, (rank + 1) % size, i, MPI_COMM_WORLD);
                }
                MPI_Status[] statuses = new MPI_Status[4];
                Arrays.setAll(statuses, i -> new MPI_Status());
                MPI_Waitall(4, requests, statuses);
                for (int i = 0; i < 4; i++) {
                    sum += INBOX[i][7] * (i + 1L) + statuses[i].MPI_TAG;
                }
                sum += second[299] + (second == INBOX[1] ? 1 : 0);
                if (round % 2 == 0) {
                    System.out.println(round + " " + sum);
                }
            }
            MPI_Finalize();
        }
    }

    /** Operations that are made once and started often. */
    public static final class Persistent {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            int size = MPI_Comm_size(MPI_COMM_WORLD);
            long[] out = {rank};
            long[] in = new long[1];
            MPI_Request[] both = {
                MPI_Recv_init(in, 1, MPI_LONG, (rank + size - 1) % size, 3, MPI_COMM_WORLD),
                MPI_Send_init(out, 1, MPI_LONG, (rank + 1) % size, 3, MPI_COMM_WORLD)
            };
            MPI_Status[] statuses = {new MPI_Status(), new MPI_Status()};
            for (int step = 0; step < 30; step++) {
                MPI_Startall(2, both);
                MPI_Waitall(2, both, statuses);
                out[0] = out[0] * 3 + in[0] + step;
                if (step % 7 == 0) {
                    System.out.println(step + " " + out[0]);
                }
            }
            System.out.println(out[0]);
            MPI_Request_free(both[0]);
            MPI_Request_free(both[1]);
            MPI_Finalize();
        }
    }

    /** Rank 0 deals out work to each rank that asks. */
    public static final class Dealing {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            int size = MPI_Comm_size(MPI_COMM_WORLD);
            int[] number = new int[1];
            if (rank == 0) {
                long sum = 0;
                int ended = 0;
                int next = 0;
                while (ended < size - 1) {
                    MPI_Status status = MPI_Probe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
                    MPI_Recv(number, 1, MPI_INT, status.MPI_SOURCE, status.MPI_TAG, MPI_COMM_WORLD);
                    sum += number[0];
                    int[] task = {next < 40 ? next++ : -1};
                    ended += task[0] < 0 ? 1 : 0;
                    MPI_Send(task, 1, MPI_INT, status.MPI_SOURCE, 2, MPI_COMM_WORLD);
                }
                System.out.println("sum " + sum);
            } else {
                while (number[0] >= 0) {
                    int[] result = {number[0] * number[0] % 101};
                    MPI_Send(result, 1, MPI_INT, 0, 1, MPI_COMM_WORLD);
                    MPI_Recv(number, 1, MPI_INT, 0, 2, MPI_COMM_WORLD);
                }
            }
            MPI_Finalize();
        }
    }

    /** Calls that only look. */
    public static final class Looking {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            int size = MPI_Comm_size(MPI_COMM_WORLD);
            long sum = 0;
            for (int round = 0; round < 15; round++) {
                int[] out = {round + rank};
                int[] in = new int[1];
                MPI_Request send = MPI_Isend(out, 1, MPI_INT, (rank + 1) % size, 4, MPI_COMM_WORLD);
                boolean[] there = {false};
                MPI_Status status = new MPI_Status();
                while (!there[0]) {
                    MPI_Iprobe((rank + size - 1) % size, 4, MPI_COMM_WORLD, there, status);
                }
                MPI_Request receive = MPI_Irecv(in, 1, MPI_INT, status.MPI_SOURCE, 4, MPI_COMM_WORLD);
                boolean[] done = {false};
                while (!done[0]) {
                    MPI_Test(receive, done, status);
                }
                MPI_Wait(send, MPI_STATUS_IGNORE);
                sum = sum * 5 + in[0];
            }
            System.out.println(sum);
            MPI_Finalize();
        }
    }

    /** Any, and some, of several. */
    public static final class AnyOrder {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            int size = MPI_Comm_size(MPI_COMM_WORLD);
            long sum = 0;
            for (int round = 0; round < 10; round++) {
                int[][] in = new int[size][1];
                MPI_Request[] requests = new MPI_Request[size];
                for (int i = 0; i < size; i++) {
                    requests[i] = MPI_Irecv(in[i], 1, MPI_INT, i, round, MPI_COMM_WORLD);
                }
                for (int i = 0; i < size; i++) {
                    MPI_Send(new int[] {round * rank + i}, 1, MPI_INT, (rank + i) % size, round, MPI_COMM_WORLD);
                }
                int[] index = new int[1];
                MPI_Waitany(size, requests, index, MPI_STATUS_IGNORE);
                sum += in[index[0]][0];
                int left = size - 1;
                while (left > 0) {
                    int[] count = new int[1];
                    int[] indices = new int[size];
                    MPI_Waitsome(size, requests, count, indices, MPI_STATUSES_IGNORE);
                    for (int i = 0; i < count[0]; i++) {
                        sum += in[indices[i]][0];
                    }
                    left -= count[0];
                }
            }
            System.out.println(sum);
            MPI_Finalize();
        }
    }

    /** Messages in a buffer of the program's, and buffers that are no arrays. */
    public static final class Buffers {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            int size = MPI_Comm_size(MPI_COMM_WORLD);
            byte[] room = new byte[20_000];
            MPI_Buffer_attach(room, room.length);
            ByteBuffer direct = ByteBuffer.allocateDirect(64);
            ByteBuffer heap = ByteBuffer.allocate(64);
            long sum = 0;
            for (int round = 0; round < 15; round++) {
                direct.putLong(8, round * 100L + rank);
                MPI_Bsend(direct, 64, MPI_BYTE, (rank + 1) % size, 6, MPI_COMM_WORLD);
                MPI_Barrier(MPI_COMM_WORLD);
                MPI_Recv(heap, 64, MPI_BYTE, MPI_ANY_SOURCE, 6, MPI_COMM_WORLD);
                sum = sum * 3 + heap.getLong(8);
                int[] part = {0, 0, 0, 0};
                MPI_Sendrecv(new int[] {round}, 1, MPI_INT, rank, 1, at(part, 2), 1, MPI_INT, rank, 1, MPI_COMM_WORLD);
                sum += part[2];
            }
            System.out.println(sum);
            MPI_Finalize();
        }
    }

    /** Buffers that share their memory: parts and views of one, outside the heap and over an array. */
    public static final class Views {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            int size = MPI_Comm_size(MPI_COMM_WORLD);
            ByteBuffer whole = ByteBuffer.allocateDirect(1024).order(ByteOrder.LITTLE_ENDIAN);
            ByteBuffer part = whole.slice(128, 256).order(ByteOrder.nativeOrder());
            DoubleBuffer view =
                    whole.slice(512, 512).order(ByteOrder.nativeOrder()).asDoubleBuffer();
            ByteBuffer shown = part.asReadOnlyBuffer();
            byte[] array = new byte[64];
            ByteBuffer first = ByteBuffer.wrap(array, 8, 32).slice();
            ByteBuffer second = ByteBuffer.wrap(array).asReadOnlyBuffer();
            part.position(8).mark().position(16);
            long sum = 0;
            for (int round = 0; round < 12; round++) {
                MPI_Request[] pending = {
                    MPI_Irecv(part, 8, MPI_BYTE, (rank + size - 1) % size, 1, MPI_COMM_WORLD),
                    MPI_Irecv(view, 2, MPI_DOUBLE, (rank + size - 1) % size, 2, MPI_COMM_WORLD),
                    MPI_Irecv(first, 8, MPI_BYTE, (rank + size - 1) % size, 3, MPI_COMM_WORLD)
                };
                MPI_Barrier(MPI_COMM_WORLD);
                for (int tag = 1; tag <= 3; tag++) {
                    MPI_Send(
                            new long[] {rank + round * 10L, 5 + tag},
                            2,
                            MPI_LONG,
                            (rank + 1) % size,
                            9,
                            MPI_COMM_WORLD);
                    long[] in = new long[2];
                    MPI_Recv(in, 2, MPI_LONG, (rank + size - 1) % size, 9, MPI_COMM_WORLD);
                    sum += in[0] * in[1];
                }
                byte[] bytes = new byte[8];
                Arrays.fill(bytes, (byte) (round + rank));
                MPI_Send(bytes, 8, MPI_BYTE, (rank + 1) % size, 1, MPI_COMM_WORLD);
                MPI_Send(new double[] {round * 0.5, rank}, 2, MPI_DOUBLE, (rank + 1) % size, 2, MPI_COMM_WORLD);
                MPI_Send(bytes, 8, MPI_BYTE, (rank + 1) % size, 3, MPI_COMM_WORLD);
                MPI_Waitall(3, pending, MPI_STATUSES_IGNORE);
                sum = sum * 3 + whole.getLong(128 + 16) + shown.getLong(16) % 1009 + array[9] + second.get(10);
                sum += (long) (whole.getDouble(512) * 4 + view.get(1) * 8) + whole.position();
                whole.putDouble(520, round);
                sum += (long) view.get(1);
            }
            part.reset();
            System.out.println(sum + " " + part.position() + " " + view + " " + second.isReadOnly());
            MPI_Finalize();
        }
    }

    /** Messages that were found, and are received later: short ones and such as wait for their receiver. */
    public static final class Matched {
        public static void main(String[] args) {
            MPI_Init(args);
            int rank = MPI_Comm_rank(MPI_COMM_WORLD);
            int size = MPI_Comm_size(MPI_COMM_WORLD);
            int left = (rank + size - 1) % size;
            long sum = 0;
            for (int round = 0; round < 10; round++) {
                long[] brief = {round * 3L + rank};
                long[] wide = new long[20_000];
                Arrays.setAll(wide, i -> i * 7L + brief[0]);
                MPI_Request[] sends = {
                    MPI_Isend(brief, 1, MPI_LONG, (rank + 1) % size, 1, MPI_COMM_WORLD),
                    MPI_Isend(wide, wide.length, MPI_LONG, (rank + 1) % size, 2, MPI_COMM_WORLD)
                };
                MPI_Message[] first = new MPI_Message[1];
                MPI_Message[] second = new MPI_Message[1];
                MPI_Status status = new MPI_Status();
                MPI_Mprobe(left, 2, MPI_COMM_WORLD, second, status);
                MPI_Mprobe(left, 1, MPI_COMM_WORLD, first, MPI_STATUS_IGNORE);
                long[] got = new long[MPI_Get_count(status, MPI_LONG)];
                long[] one = new long[1];
                MPI_Barrier(MPI_COMM_WORLD);
                MPI_Mrecv(got, got.length, MPI_LONG, second, MPI_STATUS_IGNORE);
                MPI_Barrier(MPI_COMM_WORLD);
                MPI_Mrecv(one, 1, MPI_LONG, first, MPI_STATUS_IGNORE);
                MPI_Waitall(2, sends, MPI_STATUSES_IGNORE);
                sum = sum * 3 + one[0] + Arrays.stream(got).sum() % 1009;
            }
            System.out.println(sum);
            MPI_Finalize();
        }
    }
}
