package org.javampi.core.engine;

import java.util.Arrays;
import org.javampi.core.buffer.Block;
import org.javampi.core.buffer.ScratchMemory;
import org.javampi.core.engine.Step.Kind;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.reduce.Operation;

/**
 * A collective as a list of steps that {@linkplain Conductor progress carries out}: what an algorithm
 * does, written down instead of done. It is recorded once, by one thread, and started once or, when it
 * is persistent, as often as the program likes. As a request it is over when the last step is.
 *
 * <p>A step begins when the one before it is through. Sends and receives only start; a step of kind
 * AWAIT is through when those it names are done. Memory that the algorithm computes in belongs to the
 * schedule.
 */
public final class Schedule extends Request {
    private static final long serialVersionUID = 1L;

    /** Where it stands. */
    enum Stage {
        /** Recorded, over, or not yet started again. */
        IDLE,
        /** Started, but another with its number is not over. */
        HELD,
        /** Waits for messages. */
        PARKED,
        /** Can go on: stands in the conductor's queue. */
        READY,
        /** A thread carries it out. */
        RUNNING
    }

    private final CallOrder order;
    private final ScratchMemory scratch = new ScratchMemory();
    private Step[] steps = new Step[16];
    private int length;
    private boolean persistent;

    Stage stage = Stage.IDLE;

    /** Counts the starts of all schedules of the rank: which one this is. */
    transient long start;

    /** Stands in the conductor's list of what is under way. */
    transient boolean noted;

    /** The step that it stands at. */
    int position;

    /** What is known to be over of the steps that are waited for. */
    int reached;

    /** Why it cannot go on; the messages under way are cancelled then. */
    MpiFailure trouble;

    /** Whether the other ranks have to be told of the trouble. */
    boolean toReport;

    transient Schedule nextReady;

    private int sends;
    private int rounds;
    private long sentBytes;
    private String algorithm;

    /** Null where no tool asks. */
    private transient CollectiveLog log;

    Schedule(CallOrder order) {
        this.order = order;
    }

    /** Those that it must be in order with. */
    CallOrder order() {
        return order;
    }

    /**
     * Begins a recording.
     *
     * @param collectiveTag names the call among those of its communicator, see {@link CallOrder}
     */
    void begin(int collectiveTag, boolean forRepeatedStarts) {
        tag = collectiveTag;
        persistent = forRepeatedStarts;
        length = 0;
        sends = 0;
        rounds = 0;
        sentBytes = 0;
        trouble = null;
        toReport = false;
        scratch.reclaim();
    }

    /** What each start does inside is kept, under the name of what carries it out. */
    public void keepLog(String byAlgorithm) {
        algorithm = byAlgorithm;
        log = new CollectiveLog();
    }

    /** What the last start has done inside; null where that is not kept. */
    public CollectiveLog log() {
        return log;
    }

    void onBegun() {
        if (log != null) {
            log.begin();
        }
    }

    void onSent(Step step) {
        if (log != null) {
            log.sent(step.partner, step.one.byteCount());
        }
    }

    void onReceived(Step step) {
        if (log != null) {
            log.received(step.partner, step.one.byteCount());
        }
    }

    void onOver() {
        if (log != null) {
            log.end(algorithm, rounds);
        }
    }

    /** Memory for the algorithm to compute in. */
    public ScratchMemory scratch() {
        return scratch;
    }

    /** The call that it belongs to. */
    public String text() {
        return order.describe(this);
    }

    /** Whether it can be started again. */
    public boolean isPersistent() {
        return persistent;
    }

    /** Adds the start of a send; answers the number of the step. */
    public int send(Context to, int dest, Block data) {
        sends++;
        sentBytes += data.byteCount();
        return message(Kind.SEND, to, dest, data);
    }

    /** Adds the start of a receive; answers the number of the step. */
    public int receive(Context from, int source, Block data) {
        return message(Kind.RECEIVE, from, source, data);
    }

    private int message(Kind kind, Context way, int partner, Block data) {
        Step step = next(kind);
        step.context = way;
        step.partner = partner;
        step.one.as(data);
        return length - 1;
    }

    /** Adds a wait for the messages that steps {@code first .. end - 1} have started. */
    public void await(int first, int end) {
        rounds++;
        Step step = next(Kind.AWAIT);
        step.first = first;
        step.end = end;
    }

    /** Adds a local copy. */
    public void copy(Block from, Block to) {
        Step step = next(Kind.COPY);
        step.one.as(from);
        step.other.as(to);
    }

    /** Adds a reduction {@code inout = in operation inout}. */
    public void combine(Block in, Block inout, Operation operation) {
        Step step = next(Kind.COMBINE);
        step.one.as(in);
        step.other.as(inout);
        step.operation = operation;
    }

    private Step next(Kind kind) {
        if (length == steps.length) {
            steps = Arrays.copyOf(steps, 2 * length);
        }
        if (steps[length] == null) {
            steps[length] = new Step();
        }
        return steps[length++].as(kind);
    }

    /** Steps so far. */
    public int length() {
        return length;
    }

    Step step(int index) {
        return steps[index];
    }

    /** Messages that it sends. */
    public int sends() {
        return sends;
    }

    /** How often it waits for messages. */
    public int rounds() {
        return rounds;
    }

    /** Bytes that it sends. */
    public long sentBytes() {
        return sentBytes;
    }

    /** Whether the program has to complete it, or it is being carried out. */
    boolean isStarted() {
        return stage != Stage.IDLE;
    }

    /** Drops references to the program's buffers. */
    void clear() {
        for (int i = 0; i < length; i++) {
            steps[i].clear();
        }
        length = 0;
        failure = null;
        trouble = null;
        waiter = null;
        log = null;
    }
}
