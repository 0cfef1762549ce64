package org.javampi.river.nws;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.javampi.river.nws.wire.Dictionary;
import org.javampi.river.nws.wire.Digits;
import org.javampi.river.nws.wire.Option;
import org.javampi.river.nws.wire.ProtocolException;

/**
 * One connection to a server of workspaces: one request and its reply at a time, by one thread at a time. Closing it
 * from another thread ends a wait.
 */
final class ServerLink implements Closeable {
    private static final int BUFFER = 64 << 10;
    private static final int WORD = 4;
    private static final String[] WISHES = {Option.METADATA_TO_SERVER, Option.METADATA_FROM_SERVER, Option.TIME_LIMITS};

    private final SocketChannel channel;
    private ByteBuffer in = ByteBuffer.allocate(BUFFER).flip();
    private final ByteBuffer out = ByteBuffer.allocate(BUFFER);
    private final Map<String, String> agreed = new LinkedHashMap<>();

    private ServerLink(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * A reply: of operations that return a value its bytes are still to be read.
     *
     * @param status 0 when all is well
     * @param reason why not; may be null
     * @param descriptor what the bytes are
     * @param id of the variable
     * @param number of the value
     * @param length of the value
     */
    record Answer(int status, String reason, long descriptor, String id, long number, long length) {
        /** The reason for people. */
        String why() {
            return reason == null ? "status " + status : reason;
        }
    }

    /** Connects and agrees on options. */
    static ServerLink open(String host, int port) throws IOException {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IOException("no host of that name is known");
        }
        SocketChannel channel = SocketChannel.open(address);
        ServerLink link = new ServerLink(channel);
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            link.meet();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return link;
    }

    private void meet() throws IOException {
        put("X000");
        flush();
        expect("P000");
        Map<String, String> offers = readDictionary();
        for (String wish : WISHES) {
            if ("".equals(offers.get(wish))) {
                agreed.put(wish, "1");
            }
        }
        put("R000" + Dictionary.of(agreed));
        flush();
        expect("A000");
    }

    private void expect(String word) throws IOException {
        String got = new String(readBytes(WORD), ISO_8859_1);
        if (!got.equals(word)) {
            throw new ProtocolException("'" + got + "' came, not " + word + ": no server of workspaces");
        }
    }

    /** Whether the server ends a wait itself when time is over. */
    boolean hasTimeLimits() {
        return agreed.containsKey(Option.TIME_LIMITS) && agreed.containsKey(Option.METADATA_TO_SERVER);
    }

    /** Begins a request whose arguments follow. */
    void begin(int arguments, Map<String, String> metadata) throws IOException {
        if (agreed.containsKey(Option.METADATA_TO_SERVER)) {
            put(Dictionary.of(metadata));
        }
        put(Digits.of(arguments, Digits.SHORT));
    }

    /** Sends a whole request of texts, which may wait so long if the server knows limits; -1 for ever. */
    void ask(long timeoutMs, String... arguments) throws IOException {
        begin(arguments.length, timeoutMs < 0 ? Map.of() : Map.of(Option.TIMEOUT, Long.toString(timeoutMs)));
        for (String argument : arguments) {
            argument(argument.getBytes(UTF_8));
        }
        flush();
    }

    /** The next argument. */
    void argument(byte[] bytes) throws IOException {
        put(Digits.of(bytes.length, Digits.LONG));
        putBytes(ByteBuffer.wrap(bytes));
    }

    /** The next argument: what is left of a file. */
    void argument(FileChannel file) throws IOException {
        long size = file.size() - file.position();
        put(Digits.of(size, Digits.LONG));
        flush();
        long sent = 0;
        while (sent < size) {
            long count = file.transferTo(file.position() + sent, size - sent, channel);
            if (count == 0 && file.size() < file.position() + size) {
                throw new EOFException("the file has become shorter while it was stored");
            }
            sent += count;
        }
    }

    private void put(String text) throws IOException {
        putBytes(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
    }

    private void putBytes(ByteBuffer bytes) throws IOException {
        if (bytes.remaining() > out.remaining()) {
            flush();
        }
        if (bytes.remaining() > out.remaining()) {
            while (bytes.hasRemaining()) {
                int end = bytes.limit();
                bytes.limit(Math.min(end, bytes.position() + BUFFER));
                channel.write(bytes);
                bytes.limit(end);
            }
        } else {
            out.put(bytes);
        }
    }

    /** Sends what has been put together. */
    void flush() throws IOException {
        out.flip();
        while (out.hasRemaining()) {
            channel.write(out);
        }
        out.clear();
    }

    /** Waits for a reply that is a status. */
    Answer readStatus() throws IOException {
        String reason = readReason();
        return new Answer((int) readNumber(Digits.SHORT), reason, 0, "", 0, 0);
    }

    /** Waits for a reply with a value; its bytes are to be read then. */
    Answer readValue() throws IOException {
        String reason = readReason();
        int status = (int) readNumber(Digits.SHORT);
        long descriptor = readNumber(Digits.LONG);
        String id = new String(readBytes(Digits.LONG), ISO_8859_1);
        long number = readNumber(Digits.LONG);
        return new Answer(status, reason, descriptor, id, number, readNumber(Digits.LONG));
    }

    private String readReason() throws IOException {
        if (!agreed.containsKey(Option.METADATA_FROM_SERVER)) {
            return null;
        }
        String reason = readDictionary().get(Option.REASON);
        return reason == null ? null : new String(reason.getBytes(ISO_8859_1), UTF_8);
    }

    private Map<String, String> readDictionary() throws IOException {
        Map<String, String> pairs = Dictionary.tryRead(in);
        while (pairs == null) {
            fill();
            pairs = Dictionary.tryRead(in);
        }
        return pairs;
    }

    private long readNumber(int digits) throws IOException {
        while (in.remaining() < digits) {
            fill();
        }
        return Digits.tryRead(in, digits, "a number of the reply");
    }

    private void fill() throws IOException {
        if (in.remaining() == in.capacity()) {
            in = ByteBuffer.allocate(in.capacity() * 2).put(in).flip();
        }
        in.compact();
        int got = channel.read(in);
        in.flip();
        if (got < 0) {
            throw new EOFException("the server has ended the connection");
        }
    }

    /** The next bytes. */
    byte[] readBytes(int count) throws IOException {
        byte[] bytes = new byte[count];
        int got = Math.min(count, in.remaining());
        in.get(bytes, 0, got);
        ByteBuffer rest = ByteBuffer.wrap(bytes, got, count - got);
        while (rest.hasRemaining()) {
            int end = rest.limit();
            rest.limit(Math.min(end, rest.position() + BUFFER));
            if (channel.read(rest) < 0) {
                throw new EOFException("the server has ended the connection");
            }
            rest.limit(end);
        }
        return bytes;
    }

    /** The next bytes, into a file; null drops them. */
    void readInto(FileChannel file, long count) throws IOException {
        long left = count;
        while (left > 0) {
            if (!in.hasRemaining()) {
                fill();
            }
            ByteBuffer part = in.duplicate();
            part.limit(part.position() + (int) Math.min(left, part.remaining()));
            in.position(part.limit());
            left -= part.remaining();
            while (file != null && part.hasRemaining()) {
                file.write(part);
            }
        }
    }

    /** Says that no more requests come: a server that still waits for a value gives up and ends the connection. */
    void endRequests() throws IOException {
        channel.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
