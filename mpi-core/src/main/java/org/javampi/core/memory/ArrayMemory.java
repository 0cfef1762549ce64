package org.javampi.core.memory;

import java.nio.ByteOrder;
import org.javampi.core.spi.transport.Region;

/**
 * A primitive array as memory: whole elements are moved by the array's own kind, the bytes of an
 * element that a transfer begins or ends inside of by shifting.
 */
abstract class ArrayMemory extends Memory {
    private static final boolean LITTLE = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

    private final int shift;
    private final int mask;

    ArrayMemory(String name, int elementBytes, int accepted) {
        super(name, elementBytes, accepted);
        shift = Integer.numberOfTrailingZeros(elementBytes);
        mask = elementBytes - 1;
    }

    abstract Object array(int length);

    abstract void storeElements(Object base, int first, Region target, int index, int count);

    abstract void loadElements(Object base, int first, Region source, int index, int count);

    /** The element's bits, in the low bytes. */
    abstract long bits(Object base, int element);

    abstract void setBits(Object base, int element, long bits);

    @Override
    public final Object allocate(long byteCount) {
        return array(Math.toIntExact((byteCount + mask) >>> shift));
    }

    @Override
    public final void store(Object base, long address, Region target, int index, int length) {
        int element = (int) (address >>> shift);
        int inside = (int) address & mask;
        int at = index;
        int left = length;
        if (inside != 0) {
            int n = Math.min(mask + 1 - inside, left);
            storeBytes(bits(base, element++), inside, target, at, n);
            at += n;
            left -= n;
        }
        int whole = left >>> shift;
        if (whole > 0) {
            storeElements(base, element, target, at, whole);
        }
        int rest = left & mask;
        if (rest != 0) {
            storeBytes(bits(base, element + whole), 0, target, at + left - rest, rest);
        }
    }

    @Override
    public final void load(Object base, long address, Region source, int index, int length) {
        int element = (int) (address >>> shift);
        int inside = (int) address & mask;
        int at = index;
        int left = length;
        if (inside != 0) {
            int n = Math.min(mask + 1 - inside, left);
            long merged = loadBytes(bits(base, element), inside, source, at, n);
            setBits(base, element++, merged);
            at += n;
            left -= n;
        }
        int whole = left >>> shift;
        if (whole > 0) {
            loadElements(base, element, source, at, whole);
        }
        int rest = left & mask;
        if (rest != 0) {
            int last = element + whole;
            setBits(base, last, loadBytes(bits(base, last), 0, source, at + left - rest, rest));
        }
    }

    private void storeBytes(long bits, int inside, Region target, int index, int count) {
        for (int k = 0; k < count; k++) {
            target.putByte(index + k, (byte) (bits >>> bitOf(inside + k)));
        }
    }

    private long loadBytes(long bits, int inside, Region source, int index, int count) {
        long merged = bits;
        for (int k = 0; k < count; k++) {
            int bit = bitOf(inside + k);
            merged = merged & ~(0xffL << bit) | (source.getByte(index + k) & 0xffL) << bit;
        }
        return merged;
    }

    private int bitOf(int byteInElement) {
        return 8 * (LITTLE ? byteInElement : mask - byteInElement);
    }
}
