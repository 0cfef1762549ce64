package org.javampi.conformance.general;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Op;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.PMPI;
import org.javampi.conformance.harness.Catalogue;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;
import org.junit.jupiter.api.Test;

/** Names, types and conventions of the whole interface (MPI-1.1 chapter 2). */
class ConventionsTest {
    private static Set<String> functions(Class<?> facade, String prefix) {
        Set<String> names = new TreeSet<>();
        for (Method method : facade.getMethods()) {
            if (Modifier.isStatic(method.getModifiers()) && method.getName().startsWith(prefix)) {
                names.add(method.getName().substring(prefix.length() - 4));
            }
        }
        return names;
    }

    @Test
    @Rule({"GEN-022", "PRF-001", "V12-001"})
    void shouldHaveExactlyTheFunctionsOfTheStandardTwice() {
        Set<String> expected = new TreeSet<>();
        Catalogue.table("functions").forEach(row -> expected.add(row[0]));
        assertEquals(129, expected.size());
        // An extension that every program expects.
        expected.add("MPI_Finalized");
        expected.addAll(Catalogue.rulesOfModernFunctions().keySet());
        assertEquals(expected, functions(MPI.class, "MPI_"));
        assertEquals(expected, functions(PMPI.class, "PMPI_"));
        for (var field : MPI.class.getFields()) {
            String name = field.getName();
            if (name.startsWith("MPI_")) {
                boolean function = name.endsWith("_FN");
                assertTrue(function || name.equals(name.toUpperCase()), name);
            }
        }
    }

    /** Files and channels of the JDK close when a thread that was interrupted uses them. */
    @Spmd({2, 3})
    @Rule({"GEN-017"})
    void shouldServeThreadsThatHaveBeenInterrupted() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        Thread.currentThread().interrupt();
        MPI_Comm fresh = MPI_Comm_dup(MPI_COMM_WORLD);
        MPI_Barrier(fresh);
        int[] token = {rank};
        int[] got = new int[1];
        int right = (rank + 1) % size;
        int left = (rank + size - 1) % size;
        MPI_Sendrecv(token, 1, MPI_INT, right, 1, got, 1, MPI_INT, left, 1, fresh, MPI_STATUS_IGNORE);
        MPI_Comm_free(fresh);
        assertTrue(Thread.interrupted());
        assertEquals(left, got[0]);
    }

    @Test
    @Rule({"GEN-013", "TIM-001", "V12-011"})
    void shouldReturnCodesFromTheCForm() {
        for (String[] row : Catalogue.table("java-signatures")) {
            String cForm = row[2];
            boolean clock = row[0].equals("MPI_Wtime") || row[0].equals("MPI_Wtick");
            assertTrue(cForm.startsWith(clock ? "double " : "int "), cForm);
            boolean found = false;
            for (Method method : MPI.class.getMethods()) {
                found |=
                        method.getName().equals(row[0]) && method.getReturnType() == (clock ? double.class : int.class);
            }
            assertTrue(found, row[0]);
        }
        assertEquals(0, MPI_SUCCESS);
    }

    @Spmd(1)
    @Rule("GEN-011")
    void shouldTakeAndGiveJavasTruthValues() {
        // C's "0 or not" is boolean here: any true acts as true.
        MPI_Op[] op = new MPI_Op[1];
        MPI_Op_create((in, inout, len, type) -> {}, true, op);
        MPI_Op_free(op);
        MPI_Comm ring = MPI_Cart_create(MPI_COMM_WORLD, 1, new int[] {1}, new boolean[] {true}, true);
        boolean[] periods = new boolean[1];
        MPI_Cart_get(ring, 1, new int[1], periods, new int[1]);
        assertTrue(periods[0]);
        MPI_Comm_free(new MPI_Comm[] {ring});
    }

    @Spmd({2, 4})
    @Rule({"GEN-019", "P2P-025"})
    void shouldLoseDoubleOrHarmNoMessage() {
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int messages = 3000;
        int right = (rank + 1) % size;
        int left = (rank + size - 1) % size;
        Random mine = new Random(rank);
        Random theirs = new Random(left);
        MPI_Status status = new MPI_Status();
        for (int i = 0; i < messages; i++) {
            byte[] out = content(mine, i);
            MPI_Request send = MPI_Isend(out, out.length, MPI_BYTE, right, i, MPI_COMM_WORLD);
            byte[] expected = content(theirs, i);
            byte[] in = new byte[expected.length + 8];
            MPI_Recv(in, in.length, MPI_BYTE, left, MPI_ANY_TAG, MPI_COMM_WORLD, status);
            assertEquals(i, status.MPI_TAG);
            assertEquals(expected.length, MPI_Get_count(status, MPI_BYTE));
            assertEquals(sum(expected, expected.length), sum(in, expected.length), "message " + i);
            MPI_Wait(send, status);
        }
    }

    private static byte[] content(Random random, int number) {
        byte[] bytes = new byte[number % 100 == 0 ? random.nextInt(200_000) : random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }

    @Spmd(2)
    @Rule({"V12-003", "V12-010", "CAN-009", "PRB-003"})
    void shouldForgetAProbedMessageThatIsCancelled() {
        int[] word = {1};
        if (MPI_Comm_rank(MPI_COMM_WORLD) == 0) {
            MPI_Request send = MPI_Isend(word, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Cancel(send);
            MPI_Status status = new MPI_Status();
            MPI_Wait(send, status);
            assertTrue(MPI_Test_cancelled(status));
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Send(new int[] {2}, 1, MPI_INT, 1, 1, MPI_COMM_WORLD);
        } else {
            MPI_Probe(0, 1, MPI_COMM_WORLD);
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Barrier(MPI_COMM_WORLD);
            MPI_Recv(word, 1, MPI_INT, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            assertEquals(2, word[0]);
        }
    }
}
