package org.javampi.core.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import org.javampi.core.spi.transport.Region;
import org.junit.jupiter.api.Test;

/** The program may change position and limit of its ByteBuffers while a call is pending. */
final class ByteBufferMemoryTest {
    private final Region region = Region.allocate(8);

    @Test
    void shouldReachWhatWasCheckedWhateverTheLimitIs() {
        for (ByteBuffer bytes : new ByteBuffer[] {ByteBuffer.allocate(8), ByteBuffer.allocateDirect(8)}) {
            region.putLong(0, 0x0102030405060708L);
            bytes.limit(0);
            ByteBufferMemory.INSTANCE.load(bytes, 0, region, 0, 8);
            region.putLong(0, 0);
            bytes.limit(3);
            ByteBufferMemory.INSTANCE.store(bytes, 4, region, 4, 4);
            bytes.clear();
            byte[] all = new byte[8];
            byte[] tail = new byte[8];
            bytes.get(all);
            region.getBytes(0, tail, 0, 8);
            assertArrayEquals(new byte[] {0, 0, 0, 0, all[4], all[5], all[6], all[7]}, tail);
            assertEquals(36, all[0] + all[1] + all[2] + all[3] + all[4] + all[5] + all[6] + all[7]);
        }
    }

    @Test
    void shouldNotReachBeyondTheCapacity() {
        ByteBuffer bytes = ByteBuffer.allocate(8).limit(4);
        assertThrows(IndexOutOfBoundsException.class, () -> ByteBufferMemory.INSTANCE.store(bytes, 4, region, 0, 5));
        bytes.clear();
        assertThrows(IndexOutOfBoundsException.class, () -> ByteBufferMemory.INSTANCE.load(bytes, 4, region, 0, 5));
    }
}
