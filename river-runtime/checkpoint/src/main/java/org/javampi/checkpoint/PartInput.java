package org.javampi.checkpoint;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Reads what {@link PartOutput} has written, section by section, and trusts no byte of it. */
public final class PartInput implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest = PartOutput.sha256();
    private final BlockSum sum = new BlockSum();
    private final ByteBuffer head = ByteBuffer.allocate(PartOutput.HEAD_BYTES);
    private final ByteBuffer nothing = ByteBuffer.allocate(0);
    private final ByteBuffer payload;

    /** What is left of a block of data: nothing, or the payload. */
    private ByteBuffer block = nothing;

    /** Where blocks of data are noted instead of being read; null for nowhere. */
    private SectionBlocks noted;

    private long blockSum;
    private long consumed;
    private String nextSection;
    private boolean ended;
    private String hash;

    /** Opens a file and checks that it is one. */
    public PartInput(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            int most = (int) Math.min(channel.size(), PartOutput.BLOCK_BYTES);
            payload = ByteBuffer.allocateDirect(most);
            begin();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void begin() throws IOException {
        ByteBuffer magic = ByteBuffer.allocate(PartOutput.MAGIC.length);
        if (!fill(magic) || !Arrays.equals(magic.array(), PartOutput.MAGIC)) {
            throw damaged("it does not begin like a checkpoint of this version");
        }
        digest.update(magic.array());
        consumed = magic.capacity();
        advance();
    }

    /** Fills {@code target} from the file and flips it; false when the file ends before. */
    private boolean fill(ByteBuffer target) throws IOException {
        while (target.hasRemaining()) {
            if (channel.read(target) < 0) {
                return false;
            }
        }
        target.flip();
        return true;
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

    /** What {@link PartOutput#hash} was, once {@link #next} has answered null. */
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
        block = nothing;
        head.clear();
        if (!fill(head)) {
            throw damaged("it ends early");
        }
        byte kind = head.get();
        int length = head.getInt();
        if (length < 0 || length > PartOutput.BLOCK_BYTES) {
            throw damaged("a block of " + length + " bytes");
        }
        blockSum = head.getLong();
        if (noted != null && kind == PartOutput.DATA) {
            long place = channel.position();
            if (length > channel.size() - place) {
                throw damaged("it ends early");
            }
            noted.add(place, length, blockSum);
            channel.position(place + length);
            count(length);
            return;
        }
        if (length > payload.capacity() || !fill(payload.clear().limit(length))) {
            throw damaged("it ends early");
        }
        if (sum.of(payload) != blockSum) {
            throw damaged("the check sum of a block does not agree");
        }
        switch (kind) {
            case PartOutput.SECTION ->
                nextSection = StandardCharsets.UTF_8.decode(payload).toString();
            case PartOutput.DATA -> block = payload;
            case PartOutput.END -> finish();
            default -> throw damaged("a block of unknown kind " + kind);
        }
        count(length);
    }

    /** A block has been taken in, or gone past. */
    private void count(int length) {
        digest.update(head.flip());
        consumed += head.capacity() + length;
    }

    private void finish() throws IOException {
        byte[] heads = digest.digest();
        if (payload.remaining() != Long.BYTES + heads.length
                || payload.getLong() != consumed
                || !payload.equals(ByteBuffer.wrap(heads))) {
            throw damaged("its end does not agree with its content");
        }
        if (channel.position() != channel.size()) {
            throw damaged("it goes on after its end");
        }
        hash = HexFormat.of().formatHex(heads);
        ended = true;
    }

    /**
     * What comes next of the content of the section whose name was read last: the rest of a block,
     * in memory that the next call uses again; null at the section's end.
     */
    public ByteBuffer block() throws IOException {
        while (!block.hasRemaining()) {
            if (nextSection != null || ended) {
                return null;
            }
            advance();
        }
        ByteBuffer rest = block;
        block = nothing;
        return rest;
    }

    /**
     * The content of the section whose name was read last, all of it, without reading it now: it can be read until
     * this is closed.
     */
    public SectionBlocks blocks() throws IOException {
        SectionBlocks blocks = new SectionBlocks(file, channel);
        if (block.hasRemaining()) {
            blocks.add(channel.position() - block.remaining(), block.remaining(), blockSum);
        }
        noted = blocks;
        while (nextSection == null && !ended) {
            advance();
        }
        noted = null;
        return blocks;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private final class SectionStream extends FilterInputStream {
        SectionStream() {
            super(InputStream.nullInputStream());
        }

        private boolean isAtEnd() throws IOException {
            if (!block.hasRemaining()) {
                ByteBuffer next = block();
                block = next == null ? nothing : next;
            }
            return !block.hasRemaining();
        }

        @Override
        public int read() throws IOException {
            return isAtEnd() ? -1 : block.get() & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (isAtEnd()) {
                return -1;
            }
            int n = Math.min(length, block.remaining());
            block.get(target, offset, n);
            return n;
        }
    }
}
