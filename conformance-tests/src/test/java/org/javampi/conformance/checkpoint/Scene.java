package org.javampi.conformance.checkpoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.Consumer;
import org.javampi.Checkpoint;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Message;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/**
 * States that are hard to save. Each is set, frozen, and played to its end: once in the life that
 * was frozen and goes on, and once in another that begins at the checkpoint. Both must come to the
 * same end.
 */
enum Scene {
    /** Messages that nobody has received yet, of several tags. */
    EARLY_MESSAGES(
            3,
            stage -> {
                for (int i = 0; i < 50; i++) {
                    MPI_Send(new int[] {me(), i}, 2, MPI_INT, next(), i % 5, MPI_COMM_WORLD);
                }
            },
            stage -> {
                int[] got = new int[2];
                for (int tag = 4; tag >= 0; tag--) {
                    for (int i = tag; i < 50; i += 5) {
                        MPI_Recv(got, 2, MPI_INT, previous(), tag, MPI_COMM_WORLD);
                        assertArrayEquals(new int[] {previous(), i}, got);
                    }
                }
            }),

    /**
     * Long and synchronous sends whose receives are still to come, from any source and of any tag.
     */
    LONG_SENDS(
            4,
            stage -> {
                Arrays.setAll(stage.large, i -> i + 1000.0 * me());
                stage.requests = new MPI_Request[] {
                    MPI_Isend(stage.large, Stage.LONG, MPI_DOUBLE, next(), 7, MPI_COMM_WORLD),
                    MPI_Issend(stage.small, 4, MPI_INT, next(), 8, MPI_COMM_WORLD)
                };
            },
            stage -> {
                MPI_Recv(stage.received, Stage.LONG, MPI_DOUBLE, MPI_ANY_SOURCE, 7, MPI_COMM_WORLD);
                MPI_Recv(stage.more, 4, MPI_INT, previous(), MPI_ANY_TAG, MPI_COMM_WORLD);
                MPI_Waitall(2, stage.requests, MPI_STATUSES_IGNORE);
                for (int i = 0; i < Stage.LONG; i++) {
                    assertEquals(i + 1000.0 * previous(), stage.received[i]);
                }
            }),

    /**
     * Receives whose sends are still to come: of anything, into the middle of an array, into a
     * buffer.
     */
    POSTED_RECEIVES(
            3,
            stage -> stage.requests = new MPI_Request[] {
                MPI_Irecv(stage.received, Stage.LONG, MPI_DOUBLE, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD),
                MPI_Irecv(at(stage.more, 8), 4, MPI_INT, previous(), 3, MPI_COMM_WORLD),
                MPI_Irecv(stage.direct, 64, MPI_BYTE, previous(), 4, MPI_COMM_WORLD)
            },
            stage -> {
                Arrays.fill(stage.large, me());
                MPI_Send(stage.large, Stage.LONG, MPI_DOUBLE, next(), 9, MPI_COMM_WORLD);
                int[] four = {me(), 2, 3, 4};
                MPI_Send(four, 4, MPI_INT, next(), 3, MPI_COMM_WORLD);
                byte[] filled = new byte[64];
                Arrays.fill(filled, (byte) (me() + 1));
                MPI_Send(filled, 64, MPI_BYTE, next(), 4, MPI_COMM_WORLD);
                MPI_Status[] statuses = {new MPI_Status(), new MPI_Status(), new MPI_Status()};
                MPI_Waitall(3, stage.requests, statuses);
                assertEquals(previous(), statuses[0].MPI_SOURCE);
                assertEquals(9, statuses[0].MPI_TAG);
                assertEquals(previous(), stage.received[Stage.LONG - 1]);
                assertEquals(previous(), stage.more[8]);
                assertEquals(previous() + 1, stage.direct.get(63));
                assertEquals(MPI_REQUEST_NULL, stage.requests[0]);
            }),

    /** Persistent requests, started or not, and one that is finished and not completed. */
    PERSISTENT_REQUESTS(
            2,
            stage -> {
                stage.requests = new MPI_Request[] {
                    MPI_Send_init(stage.small, 4, MPI_INT, next(), 1, MPI_COMM_WORLD),
                    MPI_Recv_init(stage.more, 4, MPI_INT, previous(), 1, MPI_COMM_WORLD),
                    MPI_Irecv(stage.bytes, 1, MPI_BYTE, previous(), 2, MPI_COMM_WORLD)
                };
                stage.small[0] = 5 + me();
                MPI_Startall(2, stage.requests);
                MPI_Waitall(2, stage.requests, MPI_STATUSES_IGNORE);
                assertEquals(5 + previous(), stage.more[0]);
                MPI_Start(stage.requests[1]);
                MPI_Send(new byte[] {77}, 1, MPI_BYTE, next(), 2, MPI_COMM_WORLD);
                boolean[] done = new boolean[1];
                while (!done[0]) {
                    // Finished, and not completed: the third request stays as it is.
                    MPI_Iprobe(MPI_PROC_NULL, 0, MPI_COMM_WORLD, done, new MPI_Status());
                }
            },
            stage -> {
                stage.small[0] = 50 + me();
                MPI_Start(stage.requests[0]);
                MPI_Waitall(2, stage.requests, MPI_STATUSES_IGNORE);
                assertEquals(50 + previous(), stage.more[0]);
                MPI_Status status = new MPI_Status();
                MPI_Wait(new MPI_Request[] {stage.requests[2]}, status);
                assertEquals(77, stage.bytes[0]);
                assertEquals(2, status.MPI_TAG);
                MPI_Startall(2, stage.requests);
                MPI_Waitall(2, stage.requests, MPI_STATUSES_IGNORE);
                MPI_Request_free(stage.requests[0]);
                MPI_Request_free(stage.requests[1]);
            }),

    /** Collectives that do not block, entered by all ranks but the first; short, long, of the program's own operation. */
    SCHEDULES_UNDER_WAY(
            3,
            stage -> {
                stage.requests = new MPI_Request[] {MPI_REQUEST_NULL, MPI_REQUEST_NULL, MPI_REQUEST_NULL};
                if (me() > 0) {
                    startCollectives(stage);
                }
            },
            stage -> {
                if (me() == 0) {
                    startCollectives(stage);
                }
                MPI_Waitall(3, stage.requests, MPI_STATUSES_IGNORE);
                assertEquals(6, stage.small[0]);
                assertEquals(3, stage.received[0]);
                assertEquals(3.0 * (Stage.LONG - 1) + 3, stage.received[Stage.LONG - 1]);
                assertArrayEquals(new int[] {10 + me(), 20 + me(), 30 + me()}, Arrays.copyOfRange(stage.more, 8, 11));
                // The order of calls goes on.
                MPI_Request next = MPI_Iallreduce(stage.small, stage.more, 1, MPI_INT, MPI_MAX, MPI_COMM_WORLD);
                MPI_Wait(next);
                assertEquals(6, stage.more[0]);
            }),

    /** Persistent collectives: one that only the last rank has started, one that nobody has since it was over. */
    PERSISTENT_COLLECTIVES(
            3,
            stage -> {
                stage.requests = new MPI_Request[] {
                    MPI_Allreduce_init(
                            stage.large, stage.received, 1000, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD, MPI_INFO_NULL),
                    MPI_Allgather_init(stage.small, 1, MPI_INT, stage.more, 1, MPI_INT, MPI_COMM_WORLD, MPI_INFO_NULL)
                };
                stage.small[0] = 7 + me();
                MPI_Start(stage.requests[1]);
                MPI_Wait(stage.requests[1], MPI_STATUS_IGNORE);
                Arrays.fill(stage.large, me());
                if (me() == 2) {
                    MPI_Start(stage.requests[0]);
                }
            },
            stage -> {
                assertEquals(9, stage.more[2]);
                if (me() != 2) {
                    MPI_Start(stage.requests[0]);
                }
                for (int start = 0; start < 3; start++) {
                    stage.small[0] = 100 * start + me();
                    MPI_Start(stage.requests[1]);
                    MPI_Waitall(2, stage.requests, MPI_STATUSES_IGNORE);
                    assertEquals(3, stage.received[999]);
                    assertEquals(100 * start + 1, stage.more[1]);
                    MPI_Start(stage.requests[0]);
                }
                MPI_Wait(stage.requests[0], MPI_STATUS_IGNORE);
                MPI_Request_free(stage.requests[0]);
                MPI_Request_free(stage.requests[1]);
            }),

    /** Messages that a matching probe has taken, short and long, with others behind them. */
    MATCHED_MESSAGES(
            2,
            stage -> {
                Arrays.setAll(stage.large, i -> i + 7.0 * me());
                stage.requests = new MPI_Request[] {
                    MPI_Isend(stage.large, Stage.LONG, MPI_DOUBLE, next(), 3, MPI_COMM_WORLD),
                    MPI_Isend(new int[] {40 + me()}, 1, MPI_INT, next(), 4, MPI_COMM_WORLD),
                    MPI_Isend(new int[] {50 + me()}, 1, MPI_INT, next(), 4, MPI_COMM_WORLD)
                };
                stage.messages = new MPI_Message[2];
                MPI_Message[] found = new MPI_Message[1];
                MPI_Mprobe(previous(), 4, MPI_COMM_WORLD, found, MPI_STATUS_IGNORE);
                stage.messages[0] = found[0];
                MPI_Mprobe(MPI_ANY_SOURCE, 3, MPI_COMM_WORLD, found, MPI_STATUS_IGNORE);
                stage.messages[1] = found[0];
            },
            stage -> {
                MPI_Recv(stage.more, 1, MPI_INT, previous(), MPI_ANY_TAG, MPI_COMM_WORLD);
                assertEquals(50 + previous(), stage.more[0]);
                MPI_Message[] message = {stage.messages[1]};
                MPI_Mrecv(stage.received, Stage.LONG, MPI_DOUBLE, message, MPI_STATUS_IGNORE);
                assertEquals(Stage.LONG - 1 + 7.0 * previous(), stage.received[Stage.LONG - 1]);
                message[0] = stage.messages[0];
                MPI_Mrecv(stage.more, 1, MPI_INT, message, MPI_STATUS_IGNORE);
                assertEquals(40 + previous(), stage.more[0]);
                MPI_Waitall(3, stage.requests, MPI_STATUSES_IGNORE);
            }),

    /** Messages in partitions: half of them have been sent, and one that is not announced yet. */
    PARTITIONS(
            2,
            stage -> {
                Arrays.setAll(stage.large, i -> i + 5.0 * me());
                stage.requests = new MPI_Request[] {
                    MPI_Psend_init(
                            stage.large, 4, Stage.LONG / 4, MPI_DOUBLE, next(), 1, MPI_COMM_WORLD, MPI_INFO_NULL),
                    MPI_Precv_init(
                            stage.received,
                            5,
                            Stage.LONG / 5,
                            MPI_DOUBLE,
                            previous(),
                            1,
                            MPI_COMM_WORLD,
                            MPI_INFO_NULL),
                    MPI_Precv_init(stage.more, 2, 2, MPI_INT, previous(), 2, MPI_COMM_WORLD, MPI_INFO_NULL)
                };
                MPI_Startall(3, stage.requests);
                MPI_Pready_range(2, 3, stage.requests[0]);
            },
            stage -> {
                MPI_Request late = MPI_Psend_init(
                        new int[] {me(), 1, 2, 3}, 1, 4, MPI_INT, next(), 2, MPI_COMM_WORLD, MPI_INFO_NULL);
                MPI_Start(late);
                MPI_Pready(0, late);
                MPI_Pready_list(2, new int[] {1, 0}, stage.requests[0]);
                MPI_Waitall(3, stage.requests, MPI_STATUSES_IGNORE);
                MPI_Wait(late, MPI_STATUS_IGNORE);
                assertArrayEquals(new int[] {previous(), 1, 2, 3}, Arrays.copyOf(stage.more, 4));
                for (int start = 0; start < 2; start++) {
                    for (int i = 0; i < Stage.LONG; i++) {
                        assertEquals(i + (5.0 + start) * previous(), stage.received[i]);
                    }
                    double factor = 6.0 + start;
                    Arrays.setAll(stage.large, i -> i + factor * me());
                    MPI_Startall(2, stage.requests);
                    MPI_Pready_range(0, 3, stage.requests[0]);
                    MPI_Waitall(2, stage.requests, MPI_STATUSES_IGNORE);
                }
                for (MPI_Request request : stage.requests) {
                    MPI_Request_free(request);
                }
                MPI_Request_free(late);
            }),

    /** Buffered sends, long and short, that are still in the attached buffer. */
    ATTACHED_BUFFER(
            2,
            stage -> {
                stage.bytes = new byte[2 * (Stage.LONG + MPI_BSEND_OVERHEAD)];
                MPI_Buffer_attach(stage.bytes, stage.bytes.length);
                byte[] data = new byte[Stage.LONG];
                Arrays.fill(data, (byte) (3 + me()));
                MPI_Bsend(data, Stage.LONG, MPI_BYTE, next(), 6, MPI_COMM_WORLD);
                MPI_Bsend(new byte[] {9}, 1, MPI_BYTE, next(), 6, MPI_COMM_WORLD);
            },
            stage -> {
                byte[] data = new byte[Stage.LONG];
                MPI_Recv(data, Stage.LONG, MPI_BYTE, previous(), 6, MPI_COMM_WORLD);
                assertEquals(3 + previous(), data[Stage.LONG - 1]);
                MPI_Recv(data, Stage.LONG, MPI_BYTE, previous(), 6, MPI_COMM_WORLD);
                assertEquals(9, data[0]);
                Object[] buffer = new Object[1];
                int[] bytes = new int[1];
                MPI_Buffer_detach(buffer, bytes);
                assertTrue(buffer[0] == stage.bytes, "the program's own array");
                assertEquals(stage.bytes.length, bytes[0]);
            }),

    /** What a rank has sent to itself. */
    MESSAGES_TO_SELF(
            2,
            stage -> {
                stage.small[1] = 11;
                MPI_Send(stage.small, 4, MPI_INT, 0, 1, MPI_COMM_SELF);
                Arrays.fill(stage.large, 4.5);
                stage.requests =
                        new MPI_Request[] {MPI_Isend(stage.large, Stage.LONG, MPI_DOUBLE, me(), 2, MPI_COMM_WORLD)};
            },
            stage -> {
                MPI_Recv(stage.more, 4, MPI_INT, 0, 1, MPI_COMM_SELF);
                assertEquals(11, stage.more[1]);
                MPI_Recv(stage.received, Stage.LONG, MPI_DOUBLE, me(), 2, MPI_COMM_WORLD);
                assertEquals(4.5, stage.received[Stage.LONG - 1]);
                MPI_Wait(stage.requests[0], MPI_STATUS_IGNORE);
            }),

    /**
     * A split and duplicated communicator with an attribute, a handler and a message; a grid; a
     * group.
     */
    COMMUNICATORS(
            4,
            stage -> {
                stage.keyval = MPI_Keyval_create(MPI_DUP_FN, MPI_NULL_DELETE_FN, null);
                MPI_Comm row = MPI_Comm_split(MPI_COMM_WORLD, me() % 2, -me());
                MPI_Attr_put(row, stage.keyval, "of " + me());
                stage.comm = MPI_Comm_dup(row);
                MPI_Comm_free(new MPI_Comm[] {row});
                stage.other = MPI_Cart_create(MPI_COMM_WORLD, 2, new int[] {2, 2}, new boolean[] {true, false}, false);
                stage.group = MPI_Comm_group(stage.comm);
                int[] calls = stage.more;
                stage.handler = MPI_Errhandler_create((comm, code) -> calls[0] = MPI_Error_class(code));
                MPI_Errhandler_set(stage.comm, stage.handler);
                MPI_Send(new int[] {me()}, 1, MPI_INT, 0, 3, stage.comm);
            },
            stage -> {
                Object[] value = new Object[1];
                boolean[] flag = new boolean[1];
                MPI_Attr_get(stage.comm, stage.keyval, value, flag);
                assertEquals("of " + me(), value[0]);
                assertEquals(1 - me() / 2, MPI_Comm_rank(stage.comm));
                assertEquals(2, MPI_Group_size(stage.group));
                int[] coordinates = new int[2];
                MPI_Cart_coords(stage.other, me(), 2, coordinates);
                assertArrayEquals(new int[] {me() / 2, me() % 2}, coordinates);
                if (MPI_Comm_rank(stage.comm) == 0) {
                    int[] got = new int[1];
                    for (int source = 0; source < 2; source++) {
                        MPI_Recv(got, 1, MPI_INT, source, 3, stage.comm);
                        assertEquals(me() - 2 * source, got[0]);
                    }
                }
                MPI_Send(new int[1], 1, MPI_INT, 99, 0, stage.comm);
                assertEquals(MPI_ERR_RANK, stage.more[0]);
                int[] sum = new int[1];
                MPI_Allreduce(new int[] {me()}, sum, 1, MPI_INT, MPI_SUM, stage.comm);
                assertEquals(me() % 2 == 0 ? 2 : 4, sum[0]);
                MPI_Comm fresh = MPI_Comm_dup(stage.comm);
                MPI_Barrier(fresh);
                MPI_Comm_free(new MPI_Comm[] {fresh});
                MPI_Comm_free(new MPI_Comm[] {stage.comm});
                MPI_Comm_free(new MPI_Comm[] {stage.other});
            }),

    /** Messages under way in an inter-communicator. */
    INTER_COMMUNICATOR(
            4,
            stage -> {
                stage.other = MPI_Comm_split(MPI_COMM_WORLD, me() / 2, me());
                stage.comm = MPI_Intercomm_create(stage.other, 0, MPI_COMM_WORLD, me() / 2 == 0 ? 2 : 0, 5);
                MPI_Send(new int[] {me()}, 1, MPI_INT, me() % 2, 1, stage.comm);
            },
            stage -> {
                int[] got = new int[1];
                MPI_Recv(got, 1, MPI_INT, me() % 2, 1, stage.comm);
                assertEquals((me() + 2) % 4, got[0]);
                MPI_Comm all = MPI_Intercomm_merge(stage.comm, me() < 2);
                assertEquals((me() + 2) % 4, MPI_Comm_rank(all));
                MPI_Comm_free(new MPI_Comm[] {all});
            }),

    /** A receive into two arrays at once by their addresses, and an operation of the user. */
    DERIVED_TYPES(
            2,
            stage -> {
                MPI_Datatype column = MPI_Type_vector(4, 1, 8, MPI_INT);
                MPI_Datatype[] parts = {column, MPI_INT};
                long[] places = {MPI_Address(stage.more), MPI_Address(stage.small)};
                stage.type = MPI_Type_struct(2, new int[] {1, 2}, places, parts);
                MPI_Type_commit(new MPI_Datatype[] {stage.type});
                stage.op = MPI_Op_create(
                        (in, inout, len, datatype) -> {
                            int[] a = (int[]) in;
                            int[] b = (int[]) inout;
                            for (int i = 0; i < len; i++) {
                                b[i] = 10 * a[i] + b[i];
                            }
                        },
                        false);
                stage.requests =
                        new MPI_Request[] {MPI_Irecv(MPI_BOTTOM, 1, stage.type, previous(), 2, MPI_COMM_WORLD)};
            },
            stage -> {
                MPI_Send(new int[] {1, 2, 3, 4, 5, 6}, 6, MPI_INT, next(), 2, MPI_COMM_WORLD);
                MPI_Wait(stage.requests[0], MPI_STATUS_IGNORE);
                assertEquals(4, stage.more[24]);
                assertArrayEquals(new int[] {5, 6, 0, 0}, stage.small);
                int[] digits = new int[1];
                MPI_Allreduce(new int[] {me() + 1}, digits, 1, MPI_INT, stage.op, MPI_COMM_WORLD);
                assertEquals(12, digits[0]);
                MPI_Type_free(new MPI_Datatype[] {stage.type});
                MPI_Op_free(new MPI_Op[] {stage.op});
            });

    private final int ranks;
    private final Consumer<Stage> before;
    private final Consumer<Stage> after;

    Scene(int ranks, Consumer<Stage> before, Consumer<Stage> after) {
        this.ranks = ranks;
        this.before = before;
        this.after = after;
    }

    /** How many ranks it is for. */
    int ranks() {
        return ranks;
    }

    /** Plays it as the calling rank, in its first life or a later one. */
    void play() {
        MPI_Init();
        Stage stage = Checkpoint.register("stage", new Stage());
        if (Checkpoint.isRestarted()) {
            assertEquals(1, Checkpoint.passed());
        } else {
            before.accept(stage);
            assertTrue(Checkpoint.take(), "taken");
        }
        after.accept(stage);
        MPI_Finalize();
    }

    private static void startCollectives(Stage stage) {
        for (int i = 0; i < 3; i++) {
            stage.more[i] = 10 * (me() + 1) + i;
        }
        Arrays.setAll(stage.large, i -> i + me());
        stage.requests[0] = MPI_Iallreduce(new int[] {me() + 1}, stage.small, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
        stage.requests[1] =
                MPI_Iallreduce(stage.large, stage.received, Stage.LONG, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
        stage.requests[2] = MPI_Ialltoall(stage.more, 1, MPI_INT, at(stage.more, 8), 1, MPI_INT, MPI_COMM_WORLD);
    }

    private static int me() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    static int next() {
        return (me() + 1) % size();
    }

    static int previous() {
        return (me() + size() - 1) % size();
    }
}
