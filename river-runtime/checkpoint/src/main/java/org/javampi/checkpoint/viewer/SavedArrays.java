package org.javampi.checkpoint.viewer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The primitive arrays of one rank in a checkpoint: of each its type, length, hash and first
 * elements, and the whole content of those that are asked for.
 *
 * <pre>
 *  int   01020304 in the byte order of all numbers here
 *  int   number of arrays
 *  each: byte kind (letter of the JVM's descriptor), int length
 *  each: its elements
 * </pre>
 */
public final class SavedArrays {
    private static final int MARK = 0x01020304;
    private static final int PIECE = 1 << 16;
    private static final int HEAD = 4;
    private static final String KINDS = "ZBCSIJFD";
    private static final int[] WIDTHS = {1, 1, 2, 2, 4, 8, 4, 8};
    private static final Class<?>[] TYPES = {
        boolean.class, byte.class, char.class, short.class,
        int.class, long.class, float.class, double.class
    };

    private final List<SavedArray> arrays;

    private SavedArrays(List<SavedArray> arrays) {
        this.arrays = arrays;
    }

    static SavedArrays none() {
        return new SavedArrays(List.of());
    }

    /** The array of that number, or null. */
    public SavedArray get(int id) {
        return id >= 0 && id < arrays.size() ? arrays.get(id) : null;
    }

    /**
     * Reads all arrays.
     *
     * @param limit bytes that there are at most: what claims more is malformed
     * @param wanted numbers of those whose content is kept
     */
    static SavedArrays read(InputStream in, long limit, Set<Integer> wanted) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(exactly(in, 8)).order(ByteOrder.BIG_ENDIAN);
        ByteOrder order = head.getInt(0) == MARK ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        head.order(order);
        if (head.getInt() != MARK) {
            throw new IOException("the arrays do not begin with their byte order");
        }
        int count = head.getInt();
        if (count < 0 || count * 5L > limit) {
            throw new IOException(count + " arrays in a file of " + limit + " bytes");
        }
        ByteBuffer table = ByteBuffer.wrap(exactly(in, 5 * count)).order(order);
        int[] kinds = new int[count];
        int[] lengths = new int[count];
        long bytes = 0;
        for (int i = 0; i < count; i++) {
            kinds[i] = KINDS.indexOf(table.get());
            lengths[i] = table.getInt();
            if (kinds[i] < 0 || lengths[i] < 0) {
                throw new IOException("array " + i + " is no primitive array");
            }
            bytes += (long) lengths[i] * WIDTHS[kinds[i]];
        }
        if (bytes > limit) {
            throw new IOException(bytes + " bytes of arrays in a file of " + limit + " bytes");
        }
        List<SavedArray> arrays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arrays.add(read(in, order, kinds[i], lengths[i], wanted.contains(i)));
        }
        return new SavedArrays(arrays);
    }

    private static SavedArray read(InputStream in, ByteOrder order, int kind, int length, boolean whole)
            throws IOException {
        Class<?> type = TYPES[kind];
        int width = WIDTHS[kind];
        Object content = Array.newInstance(type, whole ? length : Math.min(length, HEAD));
        int kept = Array.getLength(content);
        MessageDigest digest = sha256();
        int done = 0;
        while (done < length) {
            int n = Math.min(PIECE / width, length - done);
            byte[] piece = exactly(in, n * width);
            digest.update(piece);
            ByteBuffer elements = ByteBuffer.wrap(piece).order(order);
            for (int i = 0; i < n && done + i < kept; i++) {
                Array.set(content, done + i, element(elements, kind));
            }
            done += n;
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        return new SavedArray(type.getName(), length, hash, content);
    }

    private static Object element(ByteBuffer from, int kind) {
        return switch (KINDS.charAt(kind)) {
            case 'Z' -> from.get() != 0;
            case 'B' -> from.get();
            case 'C' -> from.getChar();
            case 'S' -> from.getShort();
            case 'I' -> from.getInt();
            case 'J' -> from.getLong();
            case 'F' -> from.getFloat();
            default -> from.getDouble();
        };
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the arrays end early");
        }
        return bytes;
    }
}
