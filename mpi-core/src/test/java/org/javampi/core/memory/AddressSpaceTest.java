package org.javampi.core.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.ByteBuffer;
import org.javampi.core.failure.MpiFailure;
import org.javampi.testing.Patience;
import org.junit.jupiter.api.Test;

/** Addresses of buffers (MPI-1.1 §3.12.2). */
final class AddressSpaceTest {
    private final AddressSpace space = new AddressSpace();

    /** With a walk over all buffers each time this takes an hour. */
    @Test
    void shouldAddressManyBuffers() {
        int count = 500_000;
        byte[][] rows = new byte[count][1];
        long[] addresses = new long[count];
        assertTimeout(Patience.duration(60), () -> {
            for (int i = 0; i < count; i++) {
                addresses[i] = space.addressOf(rows[i]);
            }
            for (int i = 0; i < count; i++) {
                assertEquals(addresses[i], space.addressOf(rows[i]));
            }
        });
        for (int i = 1; i < count; i++) {
            assertNotEquals(addresses[i - 1], addresses[i]);
        }
    }

    @Test
    void shouldKnowBuffersByIdentity() {
        ByteBuffer one = ByteBuffer.allocate(8);
        ByteBuffer equal = ByteBuffer.allocate(8);
        assertNotEquals(space.addressOf(one), space.addressOf(equal));
        long address = space.addressOf(one);
        one.put(0, (byte) 1);
        assertEquals(address, space.addressOf(one));
    }

    @Test
    void shouldForgetWhatTheProgramHasDropped() {
        long address = space.addressOf(new byte[8]);
        while (isKnown(address)) {
            System.gc();
            space.addressOf(new byte[8]);
        }
    }

    private boolean isKnown(long address) {
        try {
            space.check(address, 8);
            return true;
        } catch (MpiFailure failure) {
            return false;
        }
    }

    /** The limit counts when a call begins, not when the address was taken. */
    @Test
    void shouldReachUpToTheLimitThatAByteBufferHasNow() {
        ByteBuffer bytes = ByteBuffer.allocate(16).limit(4);
        long address = space.addressOf(bytes);
        assertThrows(MpiFailure.class, () -> space.check(address, 8));
        bytes.clear();
        space.check(address, 16);
        assertThrows(MpiFailure.class, () -> space.check(address, 17));
    }
}
