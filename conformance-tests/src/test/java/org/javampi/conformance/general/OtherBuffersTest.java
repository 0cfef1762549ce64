package org.javampi.conformance.general;

import static org.javampi.MPI.MPI_BYTE;
import static org.javampi.MPI.MPI_CHAR;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_DOUBLE;
import static org.javampi.MPI.MPI_ERRORS_RETURN;
import static org.javampi.MPI.MPI_ERR_BUFFER;
import static org.javampi.MPI.MPI_ERR_TYPE;
import static org.javampi.MPI.MPI_Errhandler_set;
import static org.javampi.MPI.MPI_Error_class;
import static org.javampi.MPI.MPI_FLOAT;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_INT;
import static org.javampi.MPI.MPI_Init;
import static org.javampi.MPI.MPI_LONG;
import static org.javampi.MPI.MPI_Recv;
import static org.javampi.MPI.MPI_Recv_init;
import static org.javampi.MPI.MPI_Request_free;
import static org.javampi.MPI.MPI_SHORT;
import static org.javampi.MPI.MPI_STATUS_IGNORE;
import static org.javampi.MPI.MPI_Send;
import static org.javampi.MPI.MPI_Start;
import static org.javampi.MPI.MPI_Type_commit;
import static org.javampi.MPI.MPI_Type_vector;
import static org.javampi.MPI.MPI_WCHAR;
import static org.javampi.MPI.MPI_Wait;
import static org.javampi.MPI.at;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Arrays;
import org.javampi.GrowingBuffer;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.core.world.World;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

/** Buffers that are no arrays: typed ones of java.nio, and those that grow. */
class OtherBuffersTest {
    private static final int LONG_BYTES = 3_000_000;

    private static void exchange(Object send, Object receive, int count, MPI_Datatype type) {
        World.of(2).deadline(Patience.duration(120)).run(rank -> {
            MPI_Init();
            if (rank == 0) {
                MPI_Send(send, count, type, 1, 0, MPI_COMM_WORLD);
            } else {
                MPI_Recv(receive, count, type, 0, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            }
            MPI_Finalize();
        });
    }

    @Test
    void shouldMoveTypedBuffersFromTheirPositionOn() {
        IntBuffer ints = ByteBuffer.allocateDirect(40).asIntBuffer();
        ints.put(3, 7).put(4, 8).position(3);
        int[] got = new int[2];
        exchange(ints, got, 2, MPI_INT);
        assertArrayEquals(new int[] {7, 8}, got);
        IntBuffer target =
                ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        exchange(new int[] {5, 6}, at(target, 2), 2, MPI_INT);
        assertEquals(5, target.get(2));
        assertEquals(6, target.get(3));
        assertEquals(0, target.position());
    }

    @Test
    void shouldMoveEveryTypedBuffer() {
        ShortBuffer shorts = ShortBuffer.allocate(1);
        exchange(new short[] {-2}, shorts, 1, MPI_SHORT);
        assertEquals(-2, shorts.get(0));
        CharBuffer chars = CharBuffer.allocate(1);
        exchange(CharBuffer.wrap(new char[] {'\u4e2d'}), chars, 1, MPI_WCHAR);
        assertEquals('\u4e2d', chars.get(0));
        LongBuffer longs = ByteBuffer.allocateDirect(16).asLongBuffer();
        exchange(new long[] {1, Long.MIN_VALUE}, longs, 2, MPI_LONG);
        assertEquals(Long.MIN_VALUE, longs.get(1));
        FloatBuffer floats = FloatBuffer.allocate(1);
        exchange(new float[] {1.5f}, floats, 1, MPI_FLOAT);
        assertEquals(1.5f, floats.get(0));
        DoubleBuffer doubles = ByteBuffer.allocateDirect(800_000).asDoubleBuffer();
        double[] many = new double[100_000];
        many[99_999] = 2.5;
        exchange(many, doubles, many.length, MPI_DOUBLE);
        assertEquals(2.5, doubles.get(99_999));
    }

    @Test
    void shouldMoveDerivedTypesOfTypedBuffers() {
        IntBuffer target = ByteBuffer.allocateDirect(40).asIntBuffer();
        World.of(1).deadline(Patience.duration(120)).run(rank -> {
            MPI_Init();
            MPI_Datatype vector = MPI_Type_vector(3, 1, 2, MPI_INT);
            MPI_Type_commit(vector);
            MPI_Request receive = org.javampi.MPI.MPI_Irecv(target, 1, vector, 0, 0, MPI_COMM_WORLD);
            target.limit(0);
            MPI_Send(new int[] {1, 2, 3}, 3, MPI_INT, 0, 0, MPI_COMM_WORLD);
            MPI_Wait(receive);
            MPI_Finalize();
        });
        target.clear();
        assertEquals(1, target.get(0));
        assertEquals(2, target.get(2));
        assertEquals(3, target.get(4));
    }

    @Test
    void shouldRefuseWhatDoesNotFitTypedBuffers() {
        World.of(1).deadline(Patience.duration(120)).run(rank -> {
            MPI_Init();
            MPI_Errhandler_set(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
            assertEquals(MPI_ERR_BUFFER, send(IntBuffer.allocate(3).position(2), 2, MPI_INT));
            assertEquals(MPI_ERR_TYPE, send(IntBuffer.allocate(3), 1, MPI_CHAR));
            assertEquals(MPI_ERR_BUFFER, send(new GrowingBuffer(), 1, MPI_BYTE));
            int code = MPI_Recv(
                    IntBuffer.allocate(1).asReadOnlyBuffer(), 1, MPI_INT, 0, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            assertEquals(MPI_ERR_BUFFER, MPI_Error_class(code));
            MPI_Finalize();
        });
    }

    private static int send(Object buffer, int count, MPI_Datatype type) {
        return MPI_Error_class(MPI_Send(buffer, count, type, 0, 0, MPI_COMM_WORLD));
    }

    @Test
    void shouldGrowToTheLengthOfAnyMessage() {
        for (String transport : new String[] {"shm", "tcp"}) {
            for (int length : new int[] {0, 1, 511, 513, 20_000, LONG_BYTES}) {
                GrowingBuffer got = new GrowingBuffer();
                got.write(99);
                World.of(2)
                        .transport(transport)
                        .deadline(Patience.duration(120))
                        .run(rank -> {
                            MPI_Init();
                            if (rank == 0) {
                                MPI_Send(pattern(length), length, MPI_BYTE, 1, 0, MPI_COMM_WORLD);
                            } else {
                                MPI_Status status = MPI_Recv(got, Integer.MAX_VALUE, MPI_BYTE, 0, 0, MPI_COMM_WORLD);
                                assertEquals(length, status.byteCount());
                                assertArrayEquals(pattern(length), read(got, length));
                            }
                            MPI_Finalize();
                        });
            }
        }
    }

    @Test
    void shouldSendWhatHasBeenWritten() throws IOException {
        GrowingBuffer out = new GrowingBuffer();
        out.write(pattern(LONG_BYTES));
        out.write(42);
        byte[] got = new byte[LONG_BYTES + 1];
        exchange(out, got, got.length, MPI_BYTE);
        assertArrayEquals(pattern(LONG_BYTES), Arrays.copyOf(got, LONG_BYTES));
        assertEquals(42, got[LONG_BYTES]);
    }

    @Test
    void shouldTakeAnotherMessageInAPersistentReceive() {
        World.of(1).deadline(Patience.duration(120)).run(rank -> {
            MPI_Init();
            GrowingBuffer in = new GrowingBuffer();
            MPI_Request receive = MPI_Recv_init(in, Integer.MAX_VALUE, MPI_BYTE, 0, 0, MPI_COMM_WORLD);
            for (int length : new int[] {700, 3, 5000}) {
                MPI_Start(receive);
                MPI_Send(pattern(length), length, MPI_BYTE, 0, 0, MPI_COMM_WORLD);
                MPI_Status status = new MPI_Status();
                MPI_Wait(receive, status);
                assertArrayEquals(pattern(length), read(in, (int) status.byteCount()));
            }
            MPI_Request_free(receive);
            MPI_Finalize();
        });
    }

    private static byte[] pattern(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        return bytes;
    }

    private static byte[] read(GrowingBuffer buffer, int length) {
        try {
            return buffer.input(length).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void shouldNotMovePositionsOfTypedBuffers() {
        Buffer buffer = LongBuffer.allocate(4).position(1).limit(3);
        exchange(buffer, new long[2], 2, MPI_LONG);
        assertEquals(1, buffer.position());
        assertEquals(3, buffer.limit());
    }
}
