package org.javampi.river.checkpoint;

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
import java.util.zip.CRC32C;

/**
 * The file of one resource in a checkpoint: named sections, each a run of blocks.
 *
 * <pre>
 *  8 bytes  "JAVMPIC1"
 *  blocks:  byte kind, int length, int CRC32C of the payload, payload
 *           S  a section begins; its name
 *           D  data of the section, at most 1 MiB
 *           E  the end: long bytes before this block, SHA-256 of those bytes
 * </pre>
 *
 * All numbers are big-endian. Whatever is cut off, flipped or added shows.
 */
public final class PartOutput implements Closeable {
    static final byte[] MAGIC = "JAVMPIC1".getBytes(StandardCharsets.US_ASCII);
    static final int HEAD_BYTES = 9;
    static final int BLOCK_BYTES = 1 << 20;
    static final byte SECTION = 'S';
    static final byte DATA = 'D';
    static final byte END = 'E';

    private final FileChannel channel;
    private final ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
    private final MessageDigest digest = sha256();
    private final CRC32C crc = new CRC32C();
    private long written;
    private String hash;

    /** Begins a new file, which must not exist. */
    public PartOutput(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
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

    private void flush() throws IOException {
        if (block.position() > 0) {
            block.flip();
            put(DATA, block);
            block.clear();
        }
    }

    private void put(byte kind, ByteBuffer payload) throws IOException {
        crc.reset();
        crc.update(payload.duplicate());
        head.clear();
        head.put(kind).putInt(payload.remaining()).putInt((int) crc.getValue()).flip();
        emit(head);
        emit(payload);
    }

    private void emit(ByteBuffer bytes) throws IOException {
        written += bytes.remaining();
        digest.update(bytes.duplicate());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Ends the file and waits until the disk has it. */
    public void finish() throws IOException {
        flush();
        byte[] sum = digest.digest();
        hash = HexFormat.of().formatHex(sum);
        ByteBuffer end = ByteBuffer.allocate(Long.BYTES + sum.length);
        end.putLong(written).put(sum).flip();
        put(END, end);
        channel.force(true);
    }

    /** SHA-256 of the content in hexadecimal digits, once finished. */
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
