package org.javampi.job.hang;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.javampi.job.control.Message;

/** Ranks in words and in messages. */
final class Ranks {
    private Ranks() {}

    /** {@code rank 3}, {@code ranks 0, 2-5}. */
    static String text(Collection<Integer> ranks) {
        return (ranks.size() == 1 ? "rank " : "ranks ") + list(ranks);
    }

    static String text(int[] ranks) {
        return text(IntStream.of(ranks).boxed().toList());
    }

    /** {@code 0, 2-5}: runs of at least three are joined. */
    static String list(Collection<Integer> ranks) {
        StringBuilder text = new StringBuilder();
        Integer first = null;
        Integer last = null;
        for (Integer rank : new TreeSet<>(ranks)) {
            if (last != null && rank == last + 1) {
                last = rank;
                continue;
            }
            append(text, first, last);
            first = rank;
            last = rank;
        }
        append(text, first, last);
        return text.toString();
    }

    private static void append(StringBuilder text, Integer first, Integer last) {
        if (first == null) {
            return;
        }
        text.append(text.length() == 0 ? "" : ", ").append(first);
        if (last > first) {
            text.append(last == first + 1 ? ", " : "-").append(last);
        }
    }

    static void write(DataOutputStream out, int[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (int number : numbers) {
            out.writeInt(number);
        }
    }

    static int[] read(Message in) throws IOException {
        int[] numbers = new int[count(in, Integer.BYTES)];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.readInt();
        }
        return numbers;
    }

    /** A number of things of at least {@code bytesEach} that follow in the message. */
    static int count(Message in, int bytesEach) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > in.remaining() / bytesEach) {
            throw new IOException("a list of " + count + " entries where " + in.remaining() + " bytes are left");
        }
        return count;
    }

    static <T> T constant(T[] values, int ordinal) throws IOException {
        if (ordinal < 0 || ordinal >= values.length) {
            throw new IOException("unknown value " + ordinal + " (allowed 0.." + (values.length - 1) + ")");
        }
        return values[ordinal];
    }
}
