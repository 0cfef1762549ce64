package org.javampi.job.control;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One received control message; its fields are read in the order in which they were written. */
public final class Message {
    private final MessageKind kind;
    private final DataInputStream data;
    private final int bodyBytes;
    private final byte[] bytes;

    Message(byte[] bytes) throws IOException {
        int ordinal = bytes[0];
        if (ordinal < 0 || ordinal >= MessageKind.values().length) {
            throw new IOException("a control message of unknown kind " + ordinal);
        }
        kind = MessageKind.values()[ordinal];
        this.bytes = bytes;
        bodyBytes = bytes.length - 1;
        data = new DataInputStream(new ByteArrayInputStream(bytes, 1, bodyBytes));
    }

    public MessageKind kind() {
        return kind;
    }

    /** Its fields are read from the first one again. */
    public void rewind() {
        try {
            data.reset();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read again", e);
        }
    }

    public int readInt() throws IOException {
        return data.readInt();
    }

    /** Bytes that have not been read. */
    public int remaining() throws IOException {
        return data.available();
    }

    public byte readByte() throws IOException {
        return data.readByte();
    }

    public long readLong() throws IOException {
        return data.readLong();
    }

    public String readString() throws IOException {
        return new String(readBytes(), StandardCharsets.UTF_8);
    }

    /** A byte sequence with its length before it. */
    public byte[] readBytes() throws IOException {
        int length = data.readInt();
        if (length < 0 || length > data.available()) {
            throw new IOException("a field of " + length + " bytes in a message of " + bodyBytes + " bytes");
        }
        return data.readNBytes(length);
    }

    /** A message inside this one; the counterpart of {@link #writeMessage}. */
    public Message readMessage() throws IOException {
        byte[] inner = readBytes();
        if (inner.length == 0) {
            throw new IOException("a message of 0 bytes in a message of " + bodyBytes + " bytes");
        }
        return new Message(inner);
    }

    /** This message's body, as a body to send on. */
    public ControlConnection.Body body() {
        return out -> out.write(bytes, 1, bodyBytes);
    }

    /** Writes a whole message into another one. */
    public static void writeMessage(DataOutputStream out, MessageKind kind, ControlConnection.Body body)
            throws IOException {
        ByteArrayOutputStream inner = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(inner);
        data.writeByte(kind.ordinal());
        body.write(data);
        writeBytes(out, inner.toByteArray());
    }

    /** The counterpart of {@link #readString}: any length, unlike DataOutput's own. */
    public static void writeString(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The counterpart of {@link #readBytes}. */
    public static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
