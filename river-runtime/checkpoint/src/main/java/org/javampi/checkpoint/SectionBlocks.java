package org.javampi.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The content of one section of a part, to be read in any order while the part is open: one block at a time is in
 * memory, and each is checked whenever it is read. One thread at a time.
 */
public final class SectionBlocks {
    private static final int FIRST_CAPACITY = 16;

    private final Path file;
    private final FileChannel channel;
    private final BlockSum sum = new BlockSum();

    /** Of each block: where it begins in the content, with the content's length behind the last. */
    private long[] starts = new long[FIRST_CAPACITY];

    private long[] places = new long[FIRST_CAPACITY];
    private long[] sums = new long[FIRST_CAPACITY];
    private int count;
    private int longest;
    private ByteBuffer bytes;

    /** Number of the block in memory; -1 for none. */
    private int current = -1;

    SectionBlocks(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Another block of {@code length} bytes follows, at {@code place} in the file. */
    void add(long place, int length, long blockSum) {
        if (count + 1 == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            places = Arrays.copyOf(places, starts.length);
            sums = Arrays.copyOf(sums, starts.length);
        }
        places[count] = place;
        sums[count] = blockSum;
        starts[count + 1] = starts[count] + length;
        longest = Math.max(longest, length);
        count++;
    }

    /**
     * What the content has from {@code offset} to the end of a block.
     *
     * @return a direct buffer, the same one each time
     * @throws EOFException when the content ends before
     * @throws IOException when the file cannot be read or has been damaged
     */
    public ByteBuffer at(long offset) throws IOException {
        if (offset < 0 || offset >= starts[count]) {
            throw new EOFException(file + ": byte " + offset + " of a section of " + starts[count] + " bytes");
        }
        if (current < 0 || offset < starts[current] || offset >= starts[current + 1]) {
            int found = Arrays.binarySearch(starts, 0, count + 1, offset);
            // Of blocks without bytes that begin there, too, the last has it.
            int block = found < 0 ? -found - 2 : found;
            while (starts[block + 1] <= offset) {
                block++;
            }
            read(block);
        }
        return bytes.limit((int) (starts[current + 1] - starts[current])).position((int) (offset - starts[current]));
    }

    private void read(int block) throws IOException {
        if (bytes == null) {
            bytes = ByteBuffer.allocateDirect(longest);
        }
        current = -1;
        bytes.clear().limit((int) (starts[block + 1] - starts[block]));
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, places[block] + bytes.position()) < 0) {
                throw new EOFException(file + " has become shorter");
            }
        }
        bytes.flip();
        if (sum.of(bytes) != sums[block]) {
            throw new IOException(
                    file + " is damaged at byte " + places[block] + ": the check sum of a block does not agree");
        }
        current = block;
    }
}
