package org.javampi.core.comm;

import java.util.Arrays;
import org.javampi.CollectiveSteps;
import org.javampi.MPI;
import org.javampi.MPIException;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.buffer.ScratchMemory;
import org.javampi.core.collective.Choice;
import org.javampi.core.engine.BlockMessages;
import org.javampi.core.engine.CallCode;
import org.javampi.core.engine.CallLedger;
import org.javampi.core.engine.CallMark;
import org.javampi.core.engine.CollectiveLog;
import org.javampi.core.engine.Context;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.ReceiveRequest;
import org.javampi.core.engine.Request;
import org.javampi.core.engine.SendRequest.Mode;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.reduce.Operation;
import org.javampi.core.reduce.Workspace;
import org.javampi.core.spi.collective.Board;
import org.javampi.core.spi.transport.Region;
import org.javampi.core.spi.transport.SharedMemory;

/**
 * A communicator's collective context as algorithms see it, over the engine.
 *
 * <p>Each message carries the {@linkplain CallLedger#enter mark} of its call as its tag, so that ranks which call
 * different collectives, or in different order, find out instead of taking each other's data for their own. Where the
 * calls are of one kind and differ in what they name, or in length, the algorithm goes on to its end, so that no rank is
 * left waiting; from then on the rank marks its messages as failed, and each that depends on them fails, too.
 */
final class CollectiveChannel extends CommunicatorChannel {
    private static final int STAGING = 32 * 1024;
    private final Engine engine;
    private final BlockMessages blocks;
    private final Context context;
    private final Workspace workspace = new Workspace();
    private final ScratchMemory scratches = new ScratchMemory();
    private Request[] started = new Request[16];
    private int startedCount;
    private Region staging;
    private final CallLedger ledger;
    private final BlockMessages.Arrival arrival = new BlockMessages.Arrival();

    /** Mark of the call as other ranks should have it. */
    private int tag;

    /** The same with what this rank has to say of it: that it has failed. */
    private int ownTag;

    /** Length that all ranks name alike, folded; for boards. */
    private int length;

    /** Why the call will fail when it has come to its end, or null. */
    private RuntimeException failure;

    /** The rank that names something else in this call; -1 for none. */
    private int dissenter;

    /** Whether it names something else for good, or may do so: not only in length. */
    private boolean differs;

    private long lastWhat;

    /** The next call only tells of a failure elsewhere, or hears of one: it does not fail itself. */
    private boolean announcing;

    private boolean announcement;
    private long rounds;
    private long messages;
    private long bytes;
    private SharedBoard board;

    /** What the last call did inside; null where no tool asks. */
    private CollectiveLog log;

    /** There was no room for a board, or it is closed. */
    private boolean boardless;

    /** As many bytes of each rank have had room on the board. Alone, nothing is ever shown. */
    private long served;

    CollectiveChannel(Communicator communicator) {
        super(communicator);
        ledger = communicator.sharedCalls().ledger();
        engine = communicator.engine();
        blocks = engine.blocks();
        context = communicator.collective();
        served = communicator.size() == 1 ? Long.MAX_VALUE : -1;
    }

    /**
     * Takes back what the last collective has borrowed.
     *
     * @param what the call, as the ledger keeps it
     * @param bytesOfAll that all ranks name alike, or -1
     */
    void begin(long what, long bytesOfAll) {
        takeBack();
        scratches.reclaim();
        tag = ledger.enter(what, bytesOfAll);
        ownTag = announcing && announcement ? tag | CallMark.FAILED : tag;
        // The root of a broadcast says on the board how much it sends.
        length = CallCode.kind(what) == CallKind.BCAST.ordinal() ? 0 : Long.hashCode(bytesOfAll + 1);
        lastWhat = what;
        failure = null;
        dissenter = -1;
        differs = false;
        rounds = 0;
        messages = 0;
        bytes = 0;
        if (log != null) {
            log.begin();
        }
        if (board != null) {
            board.begin();
        }
    }

    /**
     * The algorithm has come to its end.
     *
     * @throws MpiFailure when ranks did not agree
     */
    void finish(Choice choice) {
        ledger.leave();
        if (log != null) {
            log.end(choice.toString(), rounds);
        }
        if (failure != null) {
            throw dissenter < 0 ? failure : withDetails();
        }
    }

    /** What both sides have named, when the other rank says it. */
    private RuntimeException withDetails() {
        String saying = ledger.sayingOf(dissenter);
        if (differs && !saying.isEmpty()) {
            ledger.noteRaised();
        }
        return saying.isEmpty() || !(failure instanceof MpiFailure)
                ? failure
                : new MpiFailure(((MpiFailure) failure).errorClass(), failure.getMessage() + ": " + saying);
    }

    /** From the next call on, what it does inside is kept. */
    void keepLog() {
        log = new CollectiveLog();
    }

    /** A schedule has been carried out as a blocking call: its log is that of the last one. */
    void keepLog(CollectiveLog ofSchedule) {
        log = ofSchedule;
    }

    /** What the last call did inside; null if that was not kept. */
    CollectiveSteps steps() {
        return log == null ? null : log.steps();
    }

    /** The call has ended before its end: no rank must wait for this one. */
    void breakOff(String how) {
        ledger.leave();
        ledger.noteRaised();
        if (size() > 1 && !ledger.hasTrouble() && engine.failure() == null) {
            ledger.fail(how);
        }
    }

    /** The last call, or null before the first; for people. */
    LastCall lastCall() {
        return ledger.count() == 0
                ? null
                : new LastCall(ledger.count(), CallKind.function(lastWhat), CallCode.root(lastWhat));
    }

    /** How often this call has waited for messages. */
    long rounds() {
        return rounds;
    }

    /** Messages that this call has sent. */
    long messages() {
        return messages;
    }

    /** Bytes that this call has sent. */
    long bytes() {
        return bytes;
    }

    // ---- What does not agree

    /** Notes that the call fails at this rank, although it goes on to its end. */
    @Override
    public void fail(MpiFailure why) {
        failWith(why);
    }

    /** The next call carries word of a failure elsewhere, and does not fail of it. */
    void announceFailure(boolean hasFailed) {
        announcing = true;
        announcement = hasFailed;
    }

    /** Whether a rank has told of a failure in the last call. */
    boolean hasHeardOfFailure() {
        announcing = false;
        return announcement;
    }

    private void failWith(RuntimeException why) {
        if (failure == null) {
            failure = why;
            ownTag = tag | CallMark.FAILED;
        }
    }

    /**
     * Looks at the mark of what has come.
     *
     * @param received a tag, or its complement when the message was not as long as {@code data}
     * @return false when it is left from a call that has failed: another has to be received
     */
    private boolean accept(int received, int source, long expectedBytes) {
        if (received == tag) {
            return true;
        }
        int mark = received < 0 ? ~received : received;
        if (CallMark.ahead(mark, tag) < 0) {
            return false;
        }
        compare(mark, source);
        if (received < 0) {
            boolean longer = arrival.byteCount() > expectedBytes;
            dissenter = dissenter < 0 ? source : dissenter;
            fail(new MpiFailure(
                    longer ? MPI.MPI_ERR_TRUNCATE : MPI.MPI_ERR_COUNT,
                    "a message of " + arrival.byteCount() + " bytes has come from rank " + source + " where "
                            + expectedBytes + " bytes were expected: all ranks must name the same amount of data"));
        }
        return true;
    }

    /** Ends the call at once where ranks make different calls; notes that it fails where they name different things. */
    private void compare(int mark, int source) {
        if (CallMark.ahead(mark, tag) != 0 || !CallMark.isSameKind(mark, tag)) {
            throw ledger.disagreement(source, tag, mark);
        }
        int different = mark ^ tag;
        if ((different & ~CallMark.FAILED) != 0) {
            differ(source);
        } else if (different != 0 && announcing) {
            announcement = true;
            ownTag = tag | CallMark.FAILED;
        } else if (different != 0) {
            fail(new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    "the call has failed at rank " + source + ", so that what it passes on is not what it should be"));
        }
    }

    /** What another rank has on the board is not what this one has. */
    void onOtherMark(int mark, int otherLength, int shower) {
        if (CallMark.ahead(mark, tag) < 0) {
            throw ledger.disagreement(shower, tag, mark);
        }
        compare(mark, shower);
        if (otherLength != length) {
            differ(shower);
        }
    }

    private void differ(int rank) {
        dissenter = dissenter < 0 ? rank : dissenter;
        differs = true;
        fail(new MpiFailure(
                MPI.MPI_ERR_OTHER,
                "the ranks of " + communicator() + " do not call the same collectives: rank " + rank
                        + " has named another root, operation or amount of data in this call, or has made another"
                        + " call before"));
    }

    /** The mark that others should have on the board. */
    long mark() {
        return (long) length << Integer.SIZE | tag;
    }

    /** The mark that this rank shows on the board. */
    long ownMark() {
        return (long) length << Integer.SIZE | ownTag;
    }

    /** Whether nothing that is waited for will come. */
    boolean hasTrouble() {
        return ledger.hasTrouble();
    }

    /** Throws why nothing will come. */
    void checkTrouble() {
        ledger.checkTrouble();
    }

    /** A rank has shown bytes on the board, or has waited for another to do so. */
    void countBoard(int shows, long shown, int waits) {
        messages += shows;
        bytes += shown;
        rounds += waits;
    }

    private void count(Block data, int dest) {
        messages++;
        bytes += data.byteCount();
        if (log != null) {
            log.sent(dest, data.byteCount());
        }
    }

    private void noteReceived(Block data, int source) {
        if (log != null) {
            log.received(source, data.byteCount());
        }
    }

    /** Drops references to the program's buffers, and requests of a call that has ended early. */
    void end() {
        for (int i = 0; i < startedCount; i++) {
            if (started[i] != null) {
                blocks.abandon(started[i]);
                started[i] = null;
            }
        }
        startedCount = 0;
        clearParts();
    }

    @Override
    public void send(Block data, int dest) {
        count(data, dest);
        blocks.send(context, dest, ownTag, data, Mode.STANDARD);
    }

    @Override
    public void receive(Block data, int source) {
        rounds++;
        receiveNext(data, source);
    }

    private void receiveNext(Block data, int source) {
        int received = blocks.receive(context, source, data, arrival);
        while (!accept(received, source, data.byteCount())) {
            received = blocks.receive(context, source, data, arrival);
        }
        noteReceived(data, source);
    }

    @Override
    public void exchange(Block out, int dest, Block in, int source) {
        rounds++;
        count(out, dest);
        int received = blocks.exchange(context, dest, ownTag, out, source, Predefined.ANY_TAG, in, arrival);
        if (accept(received, source, in.byteCount())) {
            noteReceived(in, source);
        } else {
            receiveNext(in, source);
        }
    }

    @Override
    public void startSend(Block data, int dest) {
        count(data, dest);
        remember(blocks.startSend(context, dest, ownTag, data));
    }

    @Override
    public void startReceive(Block data, int source) {
        remember(blocks.startReceive(context, source, data));
    }

    private void remember(Request request) {
        if (startedCount == started.length) {
            started = Arrays.copyOf(started, startedCount * 2);
        }
        started[startedCount++] = request;
    }

    @Override
    public void completeAll() {
        rounds++;
        for (int i = 0; i < startedCount; i++) {
            Request request = started[i];
            engine.await(request);
            if (request instanceof ReceiveRequest receive) {
                complete(receive);
            } else if (request.isCancelled()) {
                throw request.failure();
            }
            engine.release(request);
            started[i] = null;
        }
        startedCount = 0;
    }

    private void complete(ReceiveRequest receive) {
        int received = BlockMessages.arrived(receive, arrival);
        if (accept(received, receive.source(), receive.block().byteCount())) {
            noteReceived(receive.block(), receive.source());
        } else {
            receiveNext(receive.block(), receive.source());
        }
    }

    @Override
    public Block packed(long byteCount) {
        return scratches.packed(byteCount);
    }

    @Override
    public Block scratch(Block like, int items) {
        return scratches.items(like, items);
    }

    /** Whether its ranks have memory in common. */
    boolean hasBoard() {
        return size() == 1 || sharedMemory() != null;
    }

    private SharedMemory sharedMemory() {
        return engine.sharedMemory(communicator().group().worldRanks());
    }

    @Override
    public Board board() {
        if (board == null) {
            SharedMemory memory = sharedMemory();
            if (memory == null && size() > 1) {
                throw new IllegalStateException(communicator() + " has no shared memory");
            }
            board = SharedBoard.open(
                    this,
                    engine,
                    memory,
                    context.id(),
                    rank(),
                    communicator().group().worldRanks());
            if (board == null) {
                boardless = true;
                throw new MpiFailure(
                        MPI.MPI_ERR_OTHER,
                        "there is no room in shared memory for the collectives of " + communicator()
                                + ": make it larger (docker run --shm-size=256m), or choose algorithms"
                                + " without shared memory");
            }
            board.begin();
        }
        return board;
    }

    /**
     * Whether the board has room for a call in which each rank shows so many bytes; the same answer at
     * all ranks. Opens the board when it is the first to ask.
     */
    boolean serves(long bytesEach) {
        return bytesEach <= served || looksWhetherServed(bytesEach);
    }

    private boolean looksWhetherServed(long bytesEach) {
        if (boardless) {
            return false;
        }
        if (board == null) {
            try {
                board();
            } catch (MpiFailure failure) {
                // What it says is no error here: another algorithm does without.
                if (boardless) {
                    return false;
                }
                throw failure;
            }
        }
        boolean serves = board.serves(bytesEach);
        served = serves ? Math.max(served, bytesEach) : served;
        return serves;
    }

    /** Whether its ranks outnumber the cores, as the first on the board has found; false without a board. */
    boolean isCrowded() {
        return size() == 1 ? !engine.hasCoresToSpare() : serves(0) && board.isCrowded();
    }

    /** Gives the board's memory back, when all have read what lies there. */
    void closeBoard() {
        if (board != null) {
            board.close();
            board = null;
            boardless = true;
        }
    }

    /** A rank that has not taken part in everything on the board, or -1. */
    int laggard() {
        return board == null ? -1 : board.laggard();
    }

    @Override
    public void copy(Block from, Block to) {
        long bytes = Math.min(from.byteCount(), to.byteCount());
        if (bytes == 0 || from.tryCopyTo(to, bytes)) {
            return;
        }
        if (staging == null) {
            staging = Region.allocate(STAGING);
        }
        for (long position = 0; position < bytes; position += STAGING) {
            int length = (int) Math.min(STAGING, bytes - position);
            from.pack(position, staging, 0, length);
            to.unpack(position, staging, 0, length);
        }
    }

    @Override
    public void combine(Block in, Block inout, Operation operation) {
        if (inout.count() == 0 || failure != null) {
            // What comes of operands that do not belong together is of no use.
            return;
        }
        try {
            operation.apply(in, inout, workspace);
        } catch (MpiFailure | MPIException thrown) {
            // Other ranks wait for what comes next.
            failWith(thrown);
        }
    }
}
