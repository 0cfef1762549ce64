package org.javampi.junit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * One rank of a test: what it has printed and sent. A parameter of this type of an {@link MpiTest} method is the rank that
 * runs it. Any thread may ask.
 */
public final class ThisRank {
    /** Inherited by threads that a rank starts. */
    private static final InheritableThreadLocal<ThisRank> OF_THREAD = new InheritableThreadLocal<>();

    private final int rank;
    private final int size;
    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final List<SentMessage> sent = new ArrayList<>();
    private boolean begunForTest;
    private boolean begunByProgram;

    ThisRank(int rank, int size) {
        this.rank = rank;
        this.size = size;
    }

    /** The rank in MPI_COMM_WORLD. */
    public int rank() {
        return rank;
    }

    /** Number of ranks of MPI_COMM_WORLD. */
    public int size() {
        return size;
    }

    /** What this rank has written to System.out so far. */
    public String output() {
        return text(output);
    }

    /** What this rank has written to System.err so far. */
    public String errors() {
        return text(errors);
    }

    /** The messages that the program has sent point to point, in order. */
    public List<SentMessage> sent() {
        synchronized (sent) {
            return List.copyOf(sent);
        }
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(Charset.defaultCharset());
    }

    /** Adds to what {@link #sent} answers. */
    public void onSent(SentMessage message) {
        synchronized (sent) {
            sent.add(message);
        }
    }

    /** Whether MPI_Init is the test's: the program's own first call of it must then do nothing. Answers true once. */
    public boolean takeBegin() {
        boolean taken = begunForTest;
        begunByProgram |= taken;
        begunForTest = false;
        return taken;
    }

    /** MPI has begun before the program asks for it. */
    public void onBegunForTest() {
        begunForTest = true;
    }

    /** Whether the program has called MPI_Init after {@link #onBegunForTest}. */
    public boolean isBegunByProgram() {
        return begunByProgram;
    }

    /** The rank that the calling thread belongs to, or null. */
    public static ThisRank current() {
        ThisRank ofThread = OF_THREAD.get();
        return ofThread != null ? ofThread : OfProcess.RANK;
    }

    /** The only rank of this process, if a test has started it. */
    private static final class OfProcess {
        private static final ThisRank RANK = make();

        private static ThisRank make() {
            Integer ranks = Integer.getInteger(RankProcesses.RANKS);
            return ranks == null ? null : new ThisRank(Integer.parseInt(System.getenv("JAVAMPI_VM")), ranks);
        }
    }

    static void enter(ThisRank rank) {
        OF_THREAD.set(rank);
    }

    ByteArrayOutputStream stream(boolean isError) {
        return isError ? errors : output;
    }
}
