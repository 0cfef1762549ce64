package org.javampi.checkpoint;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.javampi.river.trust.PrivateFiles;

/**
 * The file of one resource in a checkpoint: named sections, each a run of blocks.
 *
 * <pre>
 *  8 bytes  "JAVMPIC2"
 *  blocks:  byte kind, int length, int CRC32C and int CRC32 of the payload, payload
 *           S  a section begins; its name
 *           D  data of the section, at most 1 MiB
 *           E  the end: long bytes before this block, SHA-256 of the magic and of the heads of all
 *              blocks before this one
 * </pre>
 *
 * All numbers are big-endian. Whatever is cut off, flipped or added shows: the polynomials of the
 * two check sums have no common factor, so that together they are one of 64 bits, and the heads
 * that hold them are under the hash. A hash of the payloads would cost ten times as much as the
 * check sums, and the ranks are computing meanwhile.
 */
public final class PartOutput implements Closeable {
    static final byte[] MAGIC = "JAVMPIC2".getBytes(StandardCharsets.US_ASCII);
    static final int HEAD_BYTES = 13;

    /** Most bytes of data in one block. */
    public static final int BLOCK_BYTES = 1 << 20;

    static final byte SECTION = 'S';
    static final byte DATA = 'D';
    static final byte END = 'E';

    /** Hears how far a file is. */
    @FunctionalInterface
    interface Progress {
        /**
         * Called after each block: so many bytes so far.
         *
         * @throws IOException to write no more
         */
        void onBlock(long bytes) throws IOException;
    }

    private final FileChannel channel;
    private final Progress progress;
    private final ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
    private final MessageDigest digest = sha256();
    private final BlockSum sum = new BlockSum();
    private long written;
    private String hash;

    /** Begins a new file, which must not exist. */
    public PartOutput(Path file) throws IOException {
        this(file, bytes -> {});
    }

    /** Begins a new file, which must not exist, and tells {@code progress} of it. */
    PartOutput(Path file, Progress progress) throws IOException {
        this.progress = progress;
        channel = PrivateFiles.create(file, StandardOpenOption.WRITE);
        digest.update(MAGIC);
        emit(ByteBuffer.wrap(MAGIC));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Begins a section; what is written to the answer is its content, until the next section. */
    public OutputStream section(String name) throws IOException {
        flush();
        put(SECTION, ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)));
        return new SectionStream();
    }

    /** Writes a section of text. */
    public void section(String name, String text) throws IOException {
        section(name).write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Writes a section that is in memory already, without copying it.
     *
     * @param content direct buffers; what remains in each, at most {@link #BLOCK_BYTES}, becomes a
     *     block
     */
    public void section(String name, Iterable<ByteBuffer> content) throws IOException {
        section(name);
        for (ByteBuffer piece : content) {
            put(DATA, piece.duplicate());
        }
    }

    private void flush() throws IOException {
        if (block.position() > 0) {
            block.flip();
            put(DATA, block);
            block.clear();
        }
    }

    private void put(byte kind, ByteBuffer payload) throws IOException {
        head.clear();
        head.put(kind).putInt(payload.remaining()).putLong(sum.of(payload)).flip();
        digest.update(head.duplicate());
        emit(head, payload);
        progress.onBlock(written);
    }

    private void emit(ByteBuffer... bytes) throws IOException {
        for (ByteBuffer each : bytes) {
            written += each.remaining();
        }
        while (bytes[bytes.length - 1].hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Ends the file and waits until the disk has it. */
    public void finish() throws IOException {
        flush();
        byte[] heads = digest.digest();
        hash = HexFormat.of().formatHex(heads);
        ByteBuffer end = ByteBuffer.allocate(Long.BYTES + heads.length);
        end.putLong(written).put(heads).flip();
        put(END, end);
        channel.force(true);
    }

    /** SHA-256 of the magic and all heads in hexadecimal digits, once finished. */
    public String hash() {
        return hash;
    }

    /** Bytes written so far. */
    public long byteCount() {
        return written;
    }

    /** Closes the file, finished or not. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class SectionStream extends OutputStream {
        @Override
        public void write(int value) throws IOException {
            if (!block.hasRemaining()) {
                PartOutput.this.flush();
            }
            block.put((byte) value);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int done = 0;
            while (done < length) {
                if (!block.hasRemaining()) {
                    PartOutput.this.flush();
                }
                int n = Math.min(length - done, block.remaining());
                block.put(bytes, offset + done, n);
                done += n;
            }
        }
    }
}
