package org.javampi.river.parallel.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * What callers and engines say to each other.
 *
 * <pre>
 *   byte kind, long call, int length, text as UTF-8, int length, bytes
 *
 *   CALL        to engine    a serialized {@link EngineTask}
 *   INTERRUPT   to engine    end this call
 *   CLASS       both ways    text: name of a class; its file, empty when there is none
 *   OUTPUT      to caller    text that the call has printed
 *   RESULT      to caller    what the task has returned, serialized
 *   FAILURE     to caller    text: what it has thrown with its stack; serialized too, if it can be
 *   LEAVE       to engine    the caller leaves
 * </pre>
 *
 * @param kind what it is
 * @param call number of the call
 * @param text as the table says
 * @param bytes as the table says
 */
public record EngineMessage(Kind kind, long call, String text, byte[] bytes) {
    private static final byte[] NONE = {};

    /** Kinds; new ones go to the end. */
    public enum Kind {
        CALL,
        INTERRUPT,
        CLASS,
        OUTPUT,
        RESULT,
        FAILURE,
        LEAVE
    }

    /** A message without bytes. */
    public static EngineMessage of(Kind kind, long call, String text) {
        return new EngineMessage(kind, call, text, NONE);
    }

    /** As bytes. */
    public byte[] encoded() {
        ByteArrayOutputStream bytesOut = new ByteArrayOutputStream(bytes.length + text.length() + Long.SIZE);
        try {
            DataOutputStream out = new DataOutputStream(bytesOut);
            out.writeByte(kind.ordinal());
            out.writeLong(call);
            byte[] utf = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(utf.length);
            out.write(utf);
            out.writeInt(bytes.length);
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytesOut.toByteArray();
    }

    /** From bytes. */
    public static EngineMessage decoded(byte[] message) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(message));
            Kind kind = Kind.values()[in.readByte()];
            long call = in.readLong();
            String text = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
            return new EngineMessage(kind, call, text, in.readNBytes(in.readInt()));
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalStateException("a message of " + message.length + " bytes is none of an engine", e);
        }
    }
}
