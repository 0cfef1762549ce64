package org.javampi.core.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a sender tells of a message, beside it.
 *
 * @param kind what it tells
 * @param number the message's, between the two ranks; or a count of records
 * @param context the communicator's, which both ranks know by this name
 * @param text call, data, tag, communicator and line, for people
 * @param elements of the message; -1 where it fits all types
 * @param sum of {@link ElementSequence}
 * @param data count and type, for people
 */
record SendRecord(Kind kind, long number, long context, String text, long elements, long sum, String data) {
    /** What is told. */
    enum Kind {
        /** A message has been sent. */
        SENT,
        /** That message has been taken back. */
        WITHDRAWN,
        /** There were so many records, and there will be no more. */
        TOTAL
    }

    static SendRecord of(Kind kind, long number) {
        return new SendRecord(kind, number, 0, "", -1, 0, "");
    }

    byte[] toBytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeByte(kind.ordinal());
            out.writeLong(number);
            out.writeLong(context);
            out.writeUTF(text);
            out.writeLong(elements);
            out.writeLong(sum);
            out.writeUTF(data);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    static SendRecord of(byte[] bytes) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
            return new SendRecord(
                    Kind.values()[in.readByte()],
                    in.readLong(),
                    in.readLong(),
                    in.readUTF(),
                    in.readLong(),
                    in.readLong(),
                    in.readUTF());
        } catch (IOException e) {
            throw new UncheckedIOException("a record of another version of javampi", e);
        }
    }
}
