package org.javampi.river.checkpoint;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Reads what {@link PartOutput} has written, section by section, and trusts no byte of it. */
public final class PartInput implements Closeable {
    private final Path file;
    private final DataInputStream in;
    private final MessageDigest digest = PartOutput.sha256();
    private final CRC32C crc = new CRC32C();
    private long consumed;
    private byte[] block = new byte[0];
    private int blockUsed;
    private String nextSection;
    private boolean ended;
    private String hash;

    /** Opens a file and checks that it is one. */
    public PartInput(Path file) throws IOException {
        this.file = file;
        in =
                new DataInputStream(
                        new BufferedInputStream(
                                Files.newInputStream(file), PartOutput.BLOCK_BYTES));
        byte[] magic = in.readNBytes(PartOutput.MAGIC.length);
        if (!Arrays.equals(magic, PartOutput.MAGIC)) {
            in.close();
            throw damaged("it does not begin like a checkpoint");
        }
        digest.update(magic);
        consumed = magic.length;
        try {
            advance();
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private IOException damaged(String how) {
        return new IOException(file + " is damaged at byte " + consumed + ": " + how);
    }

    /** Name of the next section, or null when the file has ended well. */
    public String next() throws IOException {
        while (nextSection == null && !ended) {
            advance();
        }
        String name = nextSection;
        nextSection = null;
        if (name != null) {
            advance();
        }
        return name;
    }

    /** Content of the section whose name was read last. */
    public InputStream content() {
        return new SectionStream();
    }

    /** Content of the section whose name was read last, as text. */
    public String text() throws IOException {
        return new String(content().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** SHA-256 of the content, once {@link #next} has answered null. */
    public String hash() {
        return hash;
    }

    /** Reads {@code file} to its end and answers its hash. */
    public static String verify(Path file) throws IOException {
        try (PartInput part = new PartInput(file)) {
            while (part.next() != null) {
                // The next call reads over the content.
                continue;
            }
            return part.hash();
        }
    }

    /** Takes in the next block. */
    private void advance() throws IOException {
        byte kind;
        byte[] head = new byte[PartOutput.HEAD_BYTES];
        byte[] payload;
        try {
            in.readFully(head);
            ByteBuffer fields = ByteBuffer.wrap(head);
            kind = fields.get();
            int length = fields.getInt();
            if (length < 0 || length > PartOutput.BLOCK_BYTES) {
                throw damaged("a block of " + length + " bytes");
            }
            payload = new byte[length];
            in.readFully(payload);
            crc.reset();
            crc.update(payload);
            if ((int) crc.getValue() != fields.getInt()) {
                throw damaged("the check sum of a block does not agree");
            }
        } catch (EOFException e) {
            throw damaged("it ends early");
        }
        block = new byte[0];
        blockUsed = 0;
        switch (kind) {
            case PartOutput.SECTION -> nextSection = new String(payload, StandardCharsets.UTF_8);
            case PartOutput.DATA -> block = payload;
            case PartOutput.END -> finish(payload);
            default -> throw damaged("a block of unknown kind " + kind);
        }
        digest.update(head);
        digest.update(payload);
        consumed += head.length + payload.length;
    }

    private void finish(byte[] payload) throws IOException {
        byte[] sum = digest.digest();
        ByteBuffer end = ByteBuffer.wrap(payload);
        if (payload.length != Long.BYTES + sum.length
                || end.getLong() != consumed
                || !end.equals(ByteBuffer.wrap(sum))) {
            throw damaged("its end does not agree with its content");
        }
        if (in.read() >= 0) {
            throw damaged("it goes on after its end");
        }
        hash = HexFormat.of().formatHex(sum);
        ended = true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private final class SectionStream extends FilterInputStream {
        SectionStream() {
            super(InputStream.nullInputStream());
        }

        private boolean fill() throws IOException {
            while (blockUsed == block.length) {
                if (nextSection != null || ended) {
                    return false;
                }
                advance();
            }
            return true;
        }

        @Override
        public int read() throws IOException {
            return fill() ? block[blockUsed++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int n = Math.min(length, block.length - blockUsed);
            System.arraycopy(block, blockUsed, target, offset, n);
            blockUsed += n;
            return n;
        }
    }
}
