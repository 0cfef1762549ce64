package org.javampi.core.check;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/**
 * What one rank calls: exchanged among all ranks of the communicator before the call itself.
 *
 * @param kind function, root and operation: all ranks must say the same
 * @param place the program's line
 * @param gives elements for each partner, or null; {@code givesText} for people
 * @param takes elements from each partner, or null; {@code takesText} for people
 * @param counts sums up counts that all ranks must give alike
 */
record CollectiveCall(
        String kind,
        String place,
        ElementSequence gives,
        String givesText,
        ElementSequence takes,
        String takesText,
        int counts) {
    /** Bytes of each. */
    static final int BYTES = 1024;

    private static final int LONGEST_TEXT = 160;

    byte[] toBytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            writeText(out, kind);
            writeText(out, place);
            write(out, gives, givesText);
            write(out, takes, takesText);
            out.writeInt(counts);
            return Arrays.copyOf(bytes.toByteArray(), BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
    }

    private static void write(DataOutputStream out, ElementSequence sequence, String text) throws IOException {
        out.writeBoolean(sequence != null);
        if (sequence != null) {
            out.writeLong(sequence.elements());
            out.writeLong(sequence.sum());
            writeText(out, text);
        }
    }

    /** As ASCII, so that its length is known. */
    private static void writeText(DataOutputStream out, String text) throws IOException {
        String plain = text.replaceAll("[^ -~]", "?");
        out.writeUTF(plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT - 3) + "...");
    }

    static CollectiveCall of(byte[] all, int index) {
        try {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(all, index * BYTES, BYTES));
            String kind = in.readUTF();
            String place = in.readUTF();
            ElementSequence gives = sequence(in);
            String givesText = gives == null ? "" : in.readUTF();
            ElementSequence takes = sequence(in);
            String takesText = takes == null ? "" : in.readUTF();
            return new CollectiveCall(kind, place, gives, givesText, takes, takesText, in.readInt());
        } catch (IOException e) {
            throw new UncheckedIOException("a call of another version of javampi", e);
        }
    }

    private static ElementSequence sequence(DataInputStream in) throws IOException {
        return in.readBoolean() ? new ElementSequence(in.readLong(), in.readLong(), 0) : null;
    }
}
