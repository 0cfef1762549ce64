package org.javampi.conformance.checkpoint;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.javampi.Checkpoint;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Errhandler;
import org.javampi.MPI_Group;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.core.world.World;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * States that are hard to save. Each scene is set by {@code before}, frozen, and played to its end
 * by {@code after}: once in the world that was frozen and goes on, and once in another world, over
 * another transport, that begins at the checkpoint. Both must come to the same end.
 */
@Timeout(120)
class HardStatesTest {
    private static final int LONG = 100_000;

    @TempDir Path directory;

    /** What a scene keeps from before to after. */
    static final class Stage implements Serializable {
        private static final long serialVersionUID = 1L;

        int[] small = new int[4];
        double[] large = new double[LONG];
        double[] received = new double[LONG];
        int[] more = new int[64];
        byte[] bytes = new byte[4096];
        transient ByteBuffer unsaved = ByteBuffer.allocate(1);

        @SuppressWarnings("serial") // a buffer is written by the checkpoint
        ByteBuffer direct = ByteBuffer.allocateDirect(64);

        MPI_Request[] requests = new MPI_Request[0];
        MPI_Comm comm = MPI_COMM_NULL;
        MPI_Comm other = MPI_COMM_NULL;
        MPI_Group group;
        MPI_Datatype type;
        MPI_Op op;
        MPI_Errhandler handler;
        int keyval;
        MPI_Status status = new MPI_Status();
        ArrayList<String> words = new ArrayList<>();
        Stage self = this;
    }

    private void play(int ranks, String first, Consumer<Stage> before, Consumer<Stage> after) {
        String second = first.equals("shm") ? "tcp" : "shm";
        World.of(ranks)
                .deadline(java.time.Duration.ofSeconds(20))
                .transport(first)
                .checkpoints(directory)
                .run(
                        rank -> {
                            MPI_Init();
                            Stage stage = Checkpoint.register("stage", new Stage());
                            before.accept(stage);
                            assertTrue(Checkpoint.take(), "taken");
                            after.accept(stage);
                            MPI_Finalize();
                        });
        World.of(ranks)
                .deadline(java.time.Duration.ofSeconds(20))
                .transport(second)
                .restart(directory)
                .run(
                        rank -> {
                            MPI_Init();
                            assertTrue(Checkpoint.isRestarted());
                            Stage stage = Checkpoint.register("stage", new Stage());
                            assertEquals(1, Checkpoint.passed());
                            after.accept(stage);
                            MPI_Finalize();
                        });
    }

    private static int me() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    private static int next() {
        return (me() + 1) % size();
    }

    private static int previous() {
        return (me() + size() - 1) % size();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    void shouldKeepEarlyMessagesInOrder(String transport) {
        play(
                3,
                transport,
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
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    void shouldKeepLongSendsThatNobodyHasAskedFor(String transport) {
        play(
                4,
                transport,
                stage -> {
                    Arrays.setAll(stage.large, i -> i + 1000.0 * me());
                    stage.requests =
                            new MPI_Request[] {
                                MPI_Isend(stage.large, LONG, MPI_DOUBLE, next(), 7, MPI_COMM_WORLD),
                                MPI_Issend(stage.small, 4, MPI_INT, next(), 8, MPI_COMM_WORLD)
                            };
                },
                stage -> {
                    MPI_Recv(stage.received, LONG, MPI_DOUBLE, MPI_ANY_SOURCE, 7, MPI_COMM_WORLD);
                    MPI_Recv(stage.more, 4, MPI_INT, previous(), MPI_ANY_TAG, MPI_COMM_WORLD);
                    MPI_Waitall(2, stage.requests, MPI_STATUSES_IGNORE);
                    for (int i = 0; i < LONG; i++) {
                        assertEquals(i + 1000.0 * previous(), stage.received[i]);
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    void shouldKeepPostedReceivesAndTheirArrays(String transport) {
        play(
                3,
                transport,
                stage ->
                        stage.requests =
                                new MPI_Request[] {
                                    MPI_Irecv(
                                            stage.received,
                                            LONG,
                                            MPI_DOUBLE,
                                            MPI_ANY_SOURCE,
                                            MPI_ANY_TAG,
                                            MPI_COMM_WORLD),
                                    MPI_Irecv(
                                            at(stage.more, 8),
                                            4,
                                            MPI_INT,
                                            previous(),
                                            3,
                                            MPI_COMM_WORLD),
                                    MPI_Irecv(
                                            stage.direct,
                                            64,
                                            MPI_BYTE,
                                            previous(),
                                            4,
                                            MPI_COMM_WORLD)
                                },
                stage -> {
                    Arrays.fill(stage.large, me());
                    MPI_Send(stage.large, LONG, MPI_DOUBLE, next(), 9, MPI_COMM_WORLD);
                    int[] four = {me(), 2, 3, 4};
                    MPI_Send(four, 4, MPI_INT, next(), 3, MPI_COMM_WORLD);
                    byte[] filled = new byte[64];
                    Arrays.fill(filled, (byte) (me() + 1));
                    MPI_Send(filled, 64, MPI_BYTE, next(), 4, MPI_COMM_WORLD);
                    MPI_Status[] statuses = {new MPI_Status(), new MPI_Status(), new MPI_Status()};
                    MPI_Waitall(3, stage.requests, statuses);
                    assertEquals(previous(), statuses[0].MPI_SOURCE);
                    assertEquals(9, statuses[0].MPI_TAG);
                    assertEquals(previous(), stage.received[LONG - 1]);
                    assertEquals(previous(), stage.more[8]);
                    assertEquals(previous() + 1, stage.direct.get(63));
                    assertEquals(MPI_REQUEST_NULL, stage.requests[0]);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    void shouldKeepPersistentRequestsAndFinishedOnes(String transport) {
        play(
                2,
                transport,
                stage -> {
                    stage.requests =
                            new MPI_Request[] {
                                MPI_Send_init(stage.small, 4, MPI_INT, next(), 1, MPI_COMM_WORLD),
                                MPI_Recv_init(
                                        stage.more, 4, MPI_INT, previous(), 1, MPI_COMM_WORLD),
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
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    void shouldKeepTheAttachedBufferAndWhatIsInIt(String transport) {
        play(
                2,
                transport,
                stage -> {
                    stage.bytes = new byte[2 * (LONG + MPI_BSEND_OVERHEAD)];
                    MPI_Buffer_attach(stage.bytes, stage.bytes.length);
                    byte[] data = new byte[LONG];
                    Arrays.fill(data, (byte) (3 + me()));
                    MPI_Bsend(data, LONG, MPI_BYTE, next(), 6, MPI_COMM_WORLD);
                    MPI_Bsend(new byte[] {9}, 1, MPI_BYTE, next(), 6, MPI_COMM_WORLD);
                },
                stage -> {
                    byte[] data = new byte[LONG];
                    MPI_Recv(data, LONG, MPI_BYTE, previous(), 6, MPI_COMM_WORLD);
                    assertEquals(3 + previous(), data[LONG - 1]);
                    MPI_Recv(data, LONG, MPI_BYTE, previous(), 6, MPI_COMM_WORLD);
                    assertEquals(9, data[0]);
                    Object[] buffer = new Object[1];
                    int[] bytes = new int[1];
                    MPI_Buffer_detach(buffer, bytes);
                    assertTrue(buffer[0] == stage.bytes, "the program's own array");
                    assertEquals(stage.bytes.length, bytes[0]);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    void shouldKeepMessagesToSelf(String transport) {
        play(
                2,
                transport,
                stage -> {
                    stage.small[1] = 11;
                    MPI_Send(stage.small, 4, MPI_INT, 0, 1, MPI_COMM_SELF);
                    Arrays.fill(stage.large, 4.5);
                    stage.requests =
                            new MPI_Request[] {
                                MPI_Isend(stage.large, LONG, MPI_DOUBLE, me(), 2, MPI_COMM_WORLD)
                            };
                },
                stage -> {
                    MPI_Recv(stage.more, 4, MPI_INT, 0, 1, MPI_COMM_SELF);
                    assertEquals(11, stage.more[1]);
                    MPI_Recv(stage.received, LONG, MPI_DOUBLE, me(), 2, MPI_COMM_WORLD);
                    assertEquals(4.5, stage.received[LONG - 1]);
                    MPI_Wait(stage.requests[0], MPI_STATUS_IGNORE);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    void shouldKeepCommunicatorsAttributesTopologiesAndHandlers(String transport) {
        play(
                4,
                transport,
                stage -> {
                    stage.keyval = MPI_Keyval_create(MPI_DUP_FN, MPI_NULL_DELETE_FN, null);
                    MPI_Comm row = MPI_Comm_split(MPI_COMM_WORLD, me() % 2, -me());
                    MPI_Attr_put(row, stage.keyval, "of " + me());
                    stage.comm = MPI_Comm_dup(row);
                    MPI_Comm_free(new MPI_Comm[] {row});
                    stage.other =
                            MPI_Cart_create(
                                    MPI_COMM_WORLD,
                                    2,
                                    new int[] {2, 2},
                                    new boolean[] {true, false},
                                    false);
                    stage.group = MPI_Comm_group(stage.comm);
                    int[] calls = stage.more;
                    stage.handler =
                            MPI_Errhandler_create((comm, code) -> calls[0] = MPI_Error_class(code));
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
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    void shouldKeepInterCommunicators(String transport) {
        play(
                4,
                transport,
                stage -> {
                    stage.other = MPI_Comm_split(MPI_COMM_WORLD, me() / 2, me());
                    stage.comm =
                            MPI_Intercomm_create(
                                    stage.other, 0, MPI_COMM_WORLD, me() / 2 == 0 ? 2 : 0, 5);
                    MPI_Send(new int[] {me()}, 1, MPI_INT, me() % 2, 1, stage.comm);
                },
                stage -> {
                    int[] got = new int[1];
                    MPI_Recv(got, 1, MPI_INT, me() % 2, 1, stage.comm);
                    assertEquals((me() + 2) % 4, got[0]);
                    MPI_Comm all = MPI_Intercomm_merge(stage.comm, me() < 2);
                    assertEquals((me() + 2) % 4, MPI_Comm_rank(all));
                    MPI_Comm_free(new MPI_Comm[] {all});
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    void shouldKeepDerivedTypesOperationsAndAddresses(String transport) {
        play(
                2,
                transport,
                stage -> {
                    MPI_Datatype column = MPI_Type_vector(4, 1, 8, MPI_INT);
                    MPI_Datatype[] parts = {column, MPI_INT};
                    long[] places = {MPI_Address(stage.more), MPI_Address(stage.small)};
                    stage.type = MPI_Type_struct(2, new int[] {1, 2}, places, parts);
                    MPI_Type_commit(new MPI_Datatype[] {stage.type});
                    stage.op =
                            MPI_Op_create(
                                    (in, inout, len, datatype) -> {
                                        int[] a = (int[]) in;
                                        int[] b = (int[]) inout;
                                        for (int i = 0; i < len; i++) {
                                            b[i] = 10 * a[i] + b[i];
                                        }
                                    },
                                    false);
                    stage.requests =
                            new MPI_Request[] {
                                MPI_Irecv(MPI_BOTTOM, 1, stage.type, previous(), 2, MPI_COMM_WORLD)
                            };
                },
                stage -> {
                    MPI_Send(new int[] {1, 2, 3, 4, 5, 6}, 6, MPI_INT, next(), 2, MPI_COMM_WORLD);
                    MPI_Wait(stage.requests[0], MPI_STATUS_IGNORE);
                    assertEquals(4, stage.more[24]);
                    assertArrayEquals(new int[] {5, 6, 0, 0}, stage.small);
                    int[] digits = new int[1];
                    MPI_Allreduce(
                            new int[] {me() + 1}, digits, 1, MPI_INT, stage.op, MPI_COMM_WORLD);
                    assertEquals(12, digits[0]);
                    MPI_Type_free(new MPI_Datatype[] {stage.type});
                    MPI_Op_free(new MPI_Op[] {stage.op});
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm", "tcp"})
    void shouldFillTheObjectThatWasGiven(String transport) {
        World.of(2)
                .deadline(java.time.Duration.ofSeconds(20))
                .transport(transport)
                .checkpoints(directory)
                .run(
                        rank -> {
                            MPI_Init();
                            Stage stage = new Stage();
                            int[] bare = Checkpoint.register("bare", new int[4]);
                            Checkpoint.register("stage", stage);
                            stage.words.add("word");
                            stage.small = bare;
                            stage.requests =
                                    new MPI_Request[] {
                                        MPI_Irecv(bare, 4, MPI_INT, previous(), 1, MPI_COMM_WORLD)
                                    };
                            Checkpoint.take();
                            MPI_Sendrecv(
                                    stage.more,
                                    4,
                                    MPI_INT,
                                    next(),
                                    1,
                                    stage.received,
                                    0,
                                    MPI_DOUBLE,
                                    MPI_PROC_NULL,
                                    0,
                                    MPI_COMM_WORLD);
                            MPI_Wait(stage.requests[0], MPI_STATUS_IGNORE);
                            MPI_Finalize();
                        });
        World.of(2)
                .deadline(java.time.Duration.ofSeconds(20))
                .restart(directory)
                .run(
                        rank -> {
                            int[] bare = Checkpoint.register("bare", new int[4]);
                            MPI_Init();
                            Stage stage = new Stage();
                            Stage same = Checkpoint.register("stage", stage);
                            assertTrue(same == stage && stage.self == stage);
                            assertTrue(stage.small == bare, "one array for all who refer to it");
                            assertEquals(List.of("word"), stage.words);
                            MPI_Send(new int[] {4, 3, 2, 1}, 4, MPI_INT, next(), 1, MPI_COMM_WORLD);
                            MPI_Wait(stage.requests[0], MPI_STATUS_IGNORE);
                            assertArrayEquals(new int[] {4, 3, 2, 1}, bare);
                            MPI_Finalize();
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"shm"})
    void shouldGoOnWithoutACheckpointWhenSomethingCannotBeSaved(String transport) {
        World.of(2)
                .deadline(java.time.Duration.ofSeconds(20))
                .transport(transport)
                .checkpoints(directory)
                .run(
                        rank -> {
                            MPI_Init();
                            Stage stage = Checkpoint.register("stage", new Stage());
                            Object[] bad = Checkpoint.register("bad", new Object[1]);
                            bad[0] = rank == 1 ? new Thread() : "good";
                            assertFalse(Checkpoint.take());
                            bad[0] = null;
                            MPI_Barrier(MPI_COMM_WORLD);
                            assertTrue(Checkpoint.take());
                            MPI_Finalize();
                        });
    }
}
