package org.javampi.conformance.datatypes;

import static org.javampi.MPI.*;
import static org.javampi.conformance.datatypes.Types.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Status;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/**
 * Examples 3.33 and 3.34 of MPI-1.1 §3.12.7: an array of structures {int class; double d[6]; char
 * b[7]}, sent whole, sorted by class, and in parts, with displacements and with addresses.
 */
class ParticleExamplesTest {
    private static final int PARTICLES = 200;
    private static final int CLASS = 0;
    private static final int D = 8;
    private static final int B = 56;
    private static final int BYTES = 64;
    private static final int TAG = 4;
    private static final byte GAP = 0x5A;

    private final ByteBuffer particles = ByteBuffer.allocate(PARTICLES * BYTES).order(ByteOrder.nativeOrder());

    ParticleExamplesTest() {
        Arrays.fill(particles.array(), GAP);
    }

    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int classOf(int particle) {
        return particle * 7 % 3;
    }

    private static double coordinate(int particle, int i) {
        return particle + i / 16.0;
    }

    private static byte letter(int particle, int i) {
        return (byte) (particle + i);
    }

    private void fill() {
        for (int p = 0; p < PARTICLES; p++) {
            particles.putInt(p * BYTES + CLASS, classOf(p));
            for (int i = 0; i < 6; i++) {
                particles.putDouble(p * BYTES + D + 8 * i, coordinate(p, i));
            }
            for (int i = 0; i < 7; i++) {
                particles.put(p * BYTES + B + i, letter(p, i));
            }
        }
    }

    /** That {@code place} holds what {@code p} of the sender is, and its gaps are as before. */
    private void check(int place, int p) {
        assertEquals(classOf(p), particles.getInt(place * BYTES + CLASS));
        for (int i = 0; i < 6; i++) {
            assertEquals(coordinate(p, i), particles.getDouble(place * BYTES + D + 8 * i));
        }
        for (int i = 0; i < 7; i++) {
            assertEquals(letter(p, i), particles.get(place * BYTES + B + i));
        }
        checkGaps(place);
    }

    private void checkGaps(int place) {
        for (int i : new int[] {4, 5, 6, 7, 63}) {
            assertEquals(GAP, particles.get(place * BYTES + i));
        }
    }

    private void checkUntouched(int first) {
        for (int i = first * BYTES; i < PARTICLES * BYTES; i++) {
            assertEquals(GAP, particles.get(i));
        }
    }

    /** The structure, described by displacements from its start. */
    private static MPI_Datatype particletype() {
        return struct(new int[] {1, 6, 7}, new long[] {CLASS, D, B}, MPI_INT, MPI_DOUBLE, MPI_CHAR);
    }

    /** The same, described by the addresses of the parts of the first one. */
    private MPI_Datatype addressedtype() {
        return struct(
                new int[] {1, 6, 7},
                new long[] {
                    MPI_Address(at(particles, CLASS)), MPI_Address(at(particles, D)), MPI_Address(at(particles, B))
                },
                MPI_INT,
                MPI_DOUBLE,
                MPI_CHAR);
    }

    private static List<Integer> ofClass(int wanted) {
        List<Integer> found = new ArrayList<>();
        for (int p = 0; p < PARTICLES; p++) {
            if (classOf(p) == wanted) {
                found.add(p);
            }
        }
        return found;
    }

    @Spmd
    @Rule({"DDT-043", "DDT-014", "DDT-035"})
    void shouldSendTheWholeArray() {
        MPI_Datatype type = commit(particletype());
        assertEquals(59, MPI_Type_size(type));
        assertEquals(BYTES, MPI_Type_extent(type));
        if (rank() == 0) {
            fill();
            MPI_Send(particles, PARTICLES, type, 1, TAG, MPI_COMM_WORLD);
        } else {
            MPI_Status status = MPI_Recv(particles, PARTICLES, type, 0, TAG, MPI_COMM_WORLD);
            assertEquals(PARTICLES, MPI_Get_count(status, type));
            assertEquals(14 * PARTICLES, MPI_Get_elements(status, type));
            for (int p = 0; p < PARTICLES; p++) {
                check(p, p);
            }
        }
        free(type);
    }

    /** Those of class zero, preceded by their number: a message of an int and an indexed type. */
    @Spmd
    @Rule({"DDT-013", "DDT-029", "TYP-004", "P2P-043"})
    void shouldSendThoseOfClassZero() {
        MPI_Datatype type = commit(particletype());
        List<Integer> wanted = ofClass(0);
        if (rank() == 0) {
            fill();
            int[] zdisp = wanted.stream().mapToInt(Integer::intValue).toArray();
            int[] zblock = new int[zdisp.length];
            Arrays.fill(zblock, 1);
            MPI_Datatype zparticles = MPI_Type_indexed(zdisp.length, zblock, zdisp, type);
            MPI_Type_commit(zparticles);
            MPI_Send(particles, 1, zparticles, 1, TAG, MPI_COMM_WORLD);
            free(zparticles);
        } else {
            MPI_Status status = MPI_Recv(particles, PARTICLES, type, 0, TAG, MPI_COMM_WORLD);
            assertEquals(wanted.size(), MPI_Get_count(status, type));
            for (int i = 0; i < wanted.size(); i++) {
                check(i, wanted.get(i));
            }
            checkUntouched(wanted.size());
        }
        free(type);
    }

    /** Sorted by class in the sending: the type map is the order of the message. */
    @Spmd
    @Rule({"DDT-013", "DDT-024"})
    void shouldSortInTheSending() {
        MPI_Datatype type = commit(particletype());
        List<Integer> order = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            order.addAll(ofClass(c));
        }
        if (rank() == 0) {
            fill();
            int[] blocks = new int[PARTICLES];
            Arrays.fill(blocks, 1);
            MPI_Datatype sorted = MPI_Type_indexed(
                    PARTICLES,
                    blocks,
                    order.stream().mapToInt(Integer::intValue).toArray(),
                    type);
            MPI_Type_commit(sorted);
            MPI_Send(particles, 1, sorted, 1, TAG, MPI_COMM_WORLD);
            free(sorted);
        } else {
            MPI_Recv(particles, PARTICLES, type, 0, TAG, MPI_COMM_WORLD);
            for (int i = 0; i < PARTICLES; i++) {
                check(i, order.get(i));
            }
        }
        free(type);
    }

    /** The first two coordinates of all: a pair with the extent of a particle, or an hvector. */
    @Spmd
    @Rule({"DDT-012", "DDT-017", "DDT-035", "TYP-005"})
    void shouldSendTwoCoordinatesOfEach() {
        MPI_Datatype twodouble = MPI_Type_contiguous(2, MPI_DOUBLE);
        MPI_Datatype all = MPI_Type_hvector(PARTICLES, 1, BYTES, twodouble);
        MPI_Datatype wide = struct(new int[] {1, 1}, new long[] {0, BYTES}, twodouble, MPI_UB);
        MPI_Type_commit(all);
        MPI_Type_commit(wide);
        if (rank() == 0) {
            fill();
            MPI_Send(at(particles, D), 1, all, 1, TAG, MPI_COMM_WORLD);
        } else {
            MPI_Recv(at(particles, D), PARTICLES, wide, 0, TAG, MPI_COMM_WORLD);
            for (int p = 0; p < PARTICLES; p++) {
                assertEquals(coordinate(p, 0), particles.getDouble(p * BYTES + D));
                assertEquals(coordinate(p, 1), particles.getDouble(p * BYTES + D + 8));
                assertEquals(GAP, particles.get(p * BYTES + CLASS));
                assertEquals(GAP, particles.get(p * BYTES + D + 16));
                assertEquals(GAP, particles.get(p * BYTES + B));
                checkGaps(p);
            }
        }
        free(twodouble, all, wide);
    }

    /** Example 3.34: the whole array from MPI_BOTTOM, received at displacements. */
    @Spmd
    @Rule({"DDT-037", "DDT-039", "TYP-004"})
    void shouldSendTheWholeArrayByAddresses() {
        MPI_Datatype there = commit(particletype());
        MPI_Datatype here = commit(addressedtype());
        if (rank() == 0) {
            fill();
            MPI_Send(MPI_BOTTOM, PARTICLES, here, 1, TAG, MPI_COMM_WORLD);
            MPI_Send(particles, PARTICLES, there, 1, TAG, MPI_COMM_WORLD);
        } else {
            MPI_Recv(particles, PARTICLES, there, 0, TAG, MPI_COMM_WORLD);
            for (int p = 0; p < PARTICLES; p++) {
                check(p, p);
            }
            Arrays.fill(particles.array(), GAP);
            MPI_Recv(MPI_BOTTOM, PARTICLES, here, 0, TAG, MPI_COMM_WORLD);
            for (int p = 0; p < PARTICLES; p++) {
                check(p, p);
            }
        }
        free(there, here);
    }

    /** Example 3.34: an int and those of class zero in one message, by addresses. */
    @Spmd
    @Rule({"DDT-037", "DDT-014", "DDT-027"})
    void shouldSendTheNumberAndThoseOfClassZeroInOneMessage() {
        MPI_Datatype type = commit(particletype());
        List<Integer> wanted = ofClass(0);
        int[] number = new int[1];
        if (rank() == 0) {
            fill();
            number[0] = wanted.size();
            int[] zdisp = wanted.stream().mapToInt(Integer::intValue).toArray();
            int[] zblock = new int[zdisp.length];
            Arrays.fill(zblock, 1);
            MPI_Datatype zparticles = MPI_Type_indexed(zdisp.length, zblock, zdisp, type);
            MPI_Datatype ztype = struct(
                    new int[] {1, 1}, new long[] {MPI_Address(number), MPI_Address(particles)}, MPI_INT, zparticles);
            MPI_Type_commit(ztype);
            MPI_Send(MPI_BOTTOM, 1, ztype, 1, TAG, MPI_COMM_WORLD);
            free(zparticles, ztype);
        } else {
            MPI_Datatype room = struct(
                    new int[] {1, PARTICLES}, new long[] {MPI_Address(number), MPI_Address(particles)}, MPI_INT, type);
            MPI_Type_commit(room);
            MPI_Status status = MPI_Recv(MPI_BOTTOM, 1, room, 0, TAG, MPI_COMM_WORLD);
            assertEquals(MPI_UNDEFINED, MPI_Get_count(status, room));
            assertEquals(1 + 14 * wanted.size(), MPI_Get_elements(status, room));
            assertEquals(wanted.size(), number[0]);
            for (int i = 0; i < wanted.size(); i++) {
                check(i, wanted.get(i));
            }
            checkUntouched(wanted.size());
            free(room);
        }
        free(type);
    }
}
