package org.javampi.core.buffer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.javampi.MPI;
import org.javampi.MPI_Datatype;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.DatatypeFactory;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.memory.AddressSpace;
import org.junit.jupiter.api.Test;

/** A ByteBuffer in the other byte order would swap every number without a word: it is refused. */
final class ByteOrderTest {
    private static final ByteOrder OTHER =
            ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;

    private final Block block = new Block();

    private static Datatype type(MPI_Datatype handle) {
        return Datatypes.of(handle);
    }

    @Test
    void shouldRefuseTheOtherOrderForNumbers() {
        Datatype struct = DatatypeFactory.struct(
                "a struct", new long[] {4, 1}, new long[] {0, 4}, new Datatype[] {type(MPI.MPI_CHAR), type(MPI.MPI_INT)
                });
        Datatype[] types = {type(MPI.MPI_INT), type(MPI.MPI_DOUBLE), type(MPI.MPI_WCHAR), type(MPI.MPI_2INT), struct};
        for (ByteBuffer bytes : new ByteBuffer[] {ByteBuffer.allocate(64), ByteBuffer.allocateDirect(64)}) {
            for (Datatype type : types) {
                bytes.order(OTHER);
                MpiFailure failure = assertThrows(MpiFailure.class, () -> block.set(bytes, 1, type, true));
                assertEquals(MPI.MPI_ERR_BUFFER, failure.errorClass());
                assertTrue(failure.getMessage().contains(".order(ByteOrder.nativeOrder())"), failure.getMessage());
                block.span(bytes, type, false);
                assertThrows(MpiFailure.class, () -> block.checkPart(1, 1));
                block.checkPart(0, 0);
                block.set(bytes, 0, type, false);
                bytes.order(ByteOrder.nativeOrder());
                block.set(bytes, 1, type, true);
            }
        }
    }

    @Test
    void shouldTakeSingleBytesInAnyOrder() {
        ByteBuffer bytes = ByteBuffer.allocate(64).order(OTHER);
        MPI_Datatype[] handles = {MPI.MPI_BYTE, MPI.MPI_CHAR, MPI.MPI_UNSIGNED_CHAR, MPI.MPI_PACKED, MPI.MPI_C_BOOL};
        for (MPI_Datatype handle : handles) {
            block.set(bytes, 64, type(handle), true);
            assertEquals(64, block.byteCount());
        }
    }

    @Test
    void shouldRefuseItThroughAddressesToo() {
        AddressSpace space = new AddressSpace();
        ByteBuffer bytes = ByteBuffer.allocate(64).order(OTHER);
        long address = space.addressOf(bytes);
        Datatype number = DatatypeFactory.struct(
                "a type", new long[] {1}, new long[] {address}, new Datatype[] {type(MPI.MPI_LONG)});
        Datatype text = DatatypeFactory.struct(
                "a type", new long[] {8}, new long[] {address}, new Datatype[] {type(MPI.MPI_CHAR)});
        assertThrows(MpiFailure.class, () -> block.set(space, 1, number, true));
        block.set(space, 1, text, true);
        bytes.order(ByteOrder.nativeOrder());
        block.set(space, 1, number, true);
    }
}
