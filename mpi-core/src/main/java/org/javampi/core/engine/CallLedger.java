package org.javampi.core.engine;

import static org.javampi.core.engine.CallWords.Saying.ANSWERS;
import static org.javampi.core.engine.CallWords.Saying.ASKS;
import static org.javampi.core.engine.CallWords.Saying.DEPARTS;
import static org.javampi.core.engine.CallWords.Saying.TELLS;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.IntHashSet;
import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;

/**
 * The calls that this rank makes together with all others of a communicator, in their order, and what ranks tell each
 * other when they are not the same at all of them.
 *
 * <p>Each call has a number, and {@linkplain #enter a mark} that sums up its kind and those of all calls before it. The
 * mark is the tag of each message of the call and stands on the board, so ranks that meet compare it for nothing. The
 * last calls are kept as they were made. Ranks exchange them as words, in a context of their own, when marks differ and
 * when a wait in a call lasts: {@link CallWords}.
 *
 * <p>What a rank finds ends all of its waits on the communicator, and those of all others: they are told. From then on
 * every call on it ends with that failure. Right programs send no words but those of long waits.
 *
 * <p>Calls are entered by one thread at a time, without the lock; all else is guarded by it.
 */
public final class CallLedger implements Serializable {
    private static final long serialVersionUID = 1L;

    /** How many of the last calls are kept. */
    static final int KEPT = 16;

    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    /** One slot may be written while others read. */
    private static final int READABLE = KEPT - 2;

    private static final int TAG = 0;
    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(4);
    private static final long ANSWER_NS = TimeUnit.SECONDS.toNanos(1);

    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(CallLedger.class, "count", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Puts calls into words. */
    public interface Phrases {
        /** The communicator. */
        String communicator();

        /** A call, with what it names. */
        String call(long what, long length);

        /** Whether errors end the job: then the proof of a deadlock, which tells more, may come first. */
        boolean endsJob();
    }

    /** By number; see {@link #what}. */
    private final long[] whats = new long[KEPT];

    private final long[] lengths = new long[KEPT];
    private int count;
    private long history;

    private transient EngineCore engine;
    private transient Phrases phrases;
    private transient Context way;
    private transient Context words;
    private transient CallOrder order;
    private transient int finished;
    private transient volatile MpiFailure trouble;
    private transient volatile boolean raised;

    /** What ranks have said that wait in calls which this one has not made; null when there is none. */
    private transient volatile Int2ObjectHashMap<CallWords> early;

    /** Ranks that wait in the call that this one is in, and have asked; null when there is none. */
    private transient volatile IntHashSet inquirers;

    /** This rank makes no call any more. */
    private transient boolean departed;

    /** What the rank before this one has said when it left; null until then. */
    private transient CallWords predecessor;

    /** Counts down when that comes. */
    private transient Departure departure;

    /** What this rank has asked and waits for; null most of the time. */
    private transient Answer awaited;

    /** No calls yet. */
    public CallLedger() {}

    /**
     * Begins to listen.
     *
     * @param collectives context of the messages that calls exchange
     * @param ownWords context of what ranks tell each other
     */
    public void open(Engine living, Context collectives, Context ownWords, Phrases ownPhrases) {
        living.lock.acquire();
        try {
            engine = living;
            way = collectives;
            words = ownWords;
            phrases = ownPhrases;
            way.ledger = this;
            words.hearer = this;
            for (Message message : words.unexpected.toArray()) {
                onWords(message);
            }
        } finally {
            living.lock.release();
        }
    }

    /** Its communicator has calls that do not block, too. */
    public void join(CallOrder ownOrder, Context scheduled) {
        engine.lock.acquire();
        try {
            order = ownOrder;
            scheduled.ledger = this;
        } finally {
            engine.lock.release();
        }
    }

    /**
     * This rank makes a call.
     *
     * @param length in bytes that all ranks must name alike, or -1
     * @return its mark: {@link CallMark#FAILED} not set
     * @throws MpiFailure when a call on the communicator has failed before, so that this one cannot end
     */
    public int enter(long what, long length) {
        checkTrouble();
        int number = count + 1;
        int place = number & KEPT - 1;
        whats[place] = what;
        lengths[place] = length;
        long mixed = (history ^ CallCode.significant(what)) * SPREAD;
        history = mixed ^ mixed >>> 32;
        // Pairs with the acquire in count(): a reader finds the call.
        COUNT.setRelease(this, number);
        if (early != null) {
            compareEarly();
        }
        return CallMark.of(number, CallCode.kind(what), (history ^ CallCode.algorithm(what)) * SPREAD);
    }

    /** The last call has come to its end; it was one that blocks. */
    public void leave() {
        finished = count;
        if (inquirers != null) {
            answerInquirers();
        }
    }

    /** Those that still wait in it will get nothing more from this rank: that may be what they need to know. */
    private void answerInquirers() {
        engine.lock.acquire();
        try {
            IntHashSet all = inquirers;
            inquirers = null;
            if (all != null && trouble == null) {
                all.forEachInt(rank -> say(rank, ANSWERS, false, false, null));
            }
        } finally {
            engine.lock.release();
        }
    }

    /** Calls so far. Any thread. */
    public int count() {
        return (int) COUNT.getAcquire(this);
    }

    /** Whether calls on the communicator have failed for good. Any thread. */
    public boolean hasTrouble() {
        return trouble != null;
    }

    /** Throws what has ended the calls on the communicator, if anything has. */
    public void checkTrouble() {
        MpiFailure failure = trouble;
        if (failure != null) {
            raised = true;
            throw failure;
        }
    }

    /** The program has heard that calls on the communicator fail. */
    public void noteRaised() {
        raised = true;
    }

    /** What has ended the calls on the communicator and was not yet thrown, or null; it counts as thrown from now on. */
    public MpiFailure takeUnraised() {
        MpiFailure failure = raised ? null : trouble;
        raised |= failure != null;
        return failure;
    }

    // ---- What this rank finds

    /**
     * A rank's mark shows that it does not make the same calls. Asks it for them, and throws the failure that follows.
     *
     * @param theirs of its call, as far as its mark tells
     */
    public MpiFailure disagreement(int rank, int ownMark, int theirMark) {
        ask(rank);
        MpiFailure found = trouble;
        if (found == null) {
            int kind = CallMark.kind(theirMark);
            int number = count + CallMark.ahead(theirMark, ownMark);
            breakWith(new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    text(
                            count,
                            way.rank(),
                            phrases.call(whats[count & KEPT - 1], lengths[count & KEPT - 1]),
                            rank,
                            phrases.call(CallCode.of(kind, false, false, 0, -1, 0), -1)
                                    + (number == count ? "" : " (call " + number + ")"))));
            found = trouble;
        }
        raised = true;
        return found;
    }

    /** What {@code rank} says of the call that this rank is in, or an empty text when it does not answer soon. */
    public String sayingOf(int rank) {
        CallWords answer = ask(rank);
        checkTrouble();
        return answer == null || !answer.has(count)
                ? ""
                : "rank " + rank + " calls " + phrases.call(answer.what(count), answer.length(count)) + ", this rank "
                        + phrases.call(whats[count & KEPT - 1], lengths[count & KEPT - 1]);
    }

    /** Asks, and waits for an answer or until it takes too long. */
    private CallWords ask(int rank) {
        Answer answer = new Answer(rank, System.nanoTime() + ANSWER_NS);
        engine.lock.acquire();
        try {
            if (trouble == null) {
                awaited = answer;
                say(rank, ASKS, false, true, null);
                engine.awaitLocked(answer);
            }
            return answer.words;
        } finally {
            awaited = null;
            engine.lock.release();
        }
    }

    /** Over when a rank has answered, or has been given the time for it. */
    private final class Answer implements Awaited {
        private final int rank;
        private final long deadlineNs;
        private volatile CallWords words;

        Answer(int rank, long deadlineNs) {
            this.rank = rank;
            this.deadlineNs = deadlineNs;
        }

        @Override
        public boolean isOver() {
            return words != null || trouble != null || System.nanoTime() - deadlineNs > 0;
        }

        @Override
        public boolean isUntold() {
            return true;
        }

        @Override
        public void setWaiter(Thread thread) {
            // It looks again by itself.
        }
    }

    /** This rank's call has failed in a way that lets others wait: ends theirs too. */
    public void fail(String how) {
        breakWith(new MpiFailure(
                MPI.MPI_ERR_OTHER,
                "rank " + way.rank() + " of " + phrases.communicator() + " cannot go on in "
                        + phrases.call(whats[count & KEPT - 1], lengths[count & KEPT - 1]) + " (call " + count + "): "
                        + how));
        raised = true;
    }

    private void breakWith(MpiFailure failure) {
        engine.lock.acquire();
        try {
            breakWith(failure, true);
        } finally {
            engine.lock.release();
        }
    }

    private void breakWith(MpiFailure failure, boolean tell) {
        if (trouble != null) {
            return;
        }
        trouble = failure;
        if (tell) {
            for (int other = 0; other < words.size(); other++) {
                if (other != words.rank()) {
                    say(other, TELLS, false, false, failure);
                }
            }
        }
        heard();
        engine.giveUp(way, failure);
        if (order != null && order.failAll(failure)) {
            // The program hears of it where it completes them.
            raised = true;
        }
        engine.waiting.wakeUntold();
        engine.waiting.wakeLeader();
    }

    private void compareEarly() {
        engine.lock.acquire();
        try {
            Int2ObjectHashMap<CallWords> all = early;
            early = null;
            if (all != null) {
                all.forEach(this::compare);
            }
            if (predecessor != null) {
                compareWithPredecessor();
            }
        } finally {
            engine.lock.release();
        }
        checkTrouble();
    }

    /**
     * This rank makes no further calls: those that wait for it in one need not. Tells the next rank which calls it has
     * made, and hears it of the one before: when all have, all have made the same ones.
     *
     * @param waits told when the rank before this one has been heard; null when nobody waits
     */
    public void depart(Departure waits) {
        engine.lock.acquire();
        try {
            departed = true;
            if (early != null) {
                early.forEach(this::departed);
            }
            if (trouble == null && predecessor != null) {
                compareWithPredecessor();
            }
            if (trouble == null && waits != null && count() > 0) {
                say((words.rank() + 1) % words.size(), DEPARTS, false, false, null);
                if (predecessor == null) {
                    departure = waits;
                    waits.expect(this);
                }
            }
        } finally {
            engine.lock.release();
        }
    }

    private int predecessorRank() {
        return (words.rank() + words.size() - 1) % words.size();
    }

    private void onDeparture(CallWords said) {
        predecessor = said;
        compareWithPredecessor();
        heard();
        if (trouble == null && !departed && early == null) {
            // So that the next call of this rank looks here.
            early = new Int2ObjectHashMap<>();
        }
    }

    private void heard() {
        if (departure != null) {
            departure.heard(this);
            departure = null;
        }
    }

    /** It makes no calls any more; this rank may still. */
    private void compareWithPredecessor() {
        int calls = count();
        int source = predecessorRank();
        compare(source, predecessor);
        if (trouble != null) {
            return;
        }
        if (predecessor.count() < calls) {
            departed(way.rank(), ownCall(predecessor.count() + 1), predecessor.count() + 1, source);
        } else if (departed && predecessor.count() > calls) {
            departed(source, predecessor);
        } else if (departed && predecessor.sum() != sum()) {
            breakWith(
                    new MpiFailure(
                            MPI.MPI_ERR_OTHER,
                            "the ranks of " + phrases.communicator() + " have not called the same collectives: ranks "
                                    + source + " and " + way.rank() + " have made " + calls + " calls each, and not the"
                                    + " same ones; all must make the same calls in the same order"),
                    true);
        }
    }

    private String ownCall(int number) {
        return count() - number >= READABLE
                ? "a function"
                : phrases.call(whats[number & KEPT - 1], lengths[number & KEPT - 1]);
    }

    private int sum() {
        return (int) (history >>> Integer.SIZE);
    }

    /** A rank that leaves waits until those before it have said on all communicators which calls they have made. */
    public static final class Departure implements Awaited {
        private final List<CallLedger> expected = new ArrayList<>();
        private volatile int open;

        /** Expects nobody yet. */
        public Departure() {}

        private void expect(CallLedger ledger) {
            expected.add(ledger);
            open++;
        }

        private void heard(CallLedger ledger) {
            expected.remove(ledger);
            open--;
        }

        @Override
        public boolean isOver() {
            return open == 0;
        }

        @Override
        public boolean isUntold() {
            return true;
        }

        @Override
        public void setWaiter(Thread thread) {
            // It looks again by itself.
        }

        @Override
        public void describe(WaitDescription description) {
            for (CallLedger ledger : expected) {
                description.addStep(
                        ledger.way.id, "the last of its collectives", ledger.way.worldRank(ledger.predecessorRank()));
            }
        }
    }

    /** A rank has made a call that this one will not make. */
    private void departed(int source, CallWords said) {
        int number = Math.max(count() + 1, said.first());
        departed(source, phrases.call(said.what(number), said.length(number)), number, way.rank());
    }

    private void departed(int caller, String call, int number, int other) {
        breakWith(new MpiFailure(MPI.MPI_ERR_OTHER, text(number, caller, call, other, "MPI_Finalize")), true);
    }

    // ---- Words

    /** A thread of this rank waits for {@code worldRank} in a call, and has for long. */
    void onLongWait(int worldRank, long waitedNs) {
        int rank = words.rankOf(worldRank);
        if (waitedNs < PATIENCE_NS && phrases.endsJob()) {
            return;
        }
        if (rank >= 0 && rank != words.rank() && trouble == null) {
            say(rank, ASKS, true, false, null);
        }
    }

    private void say(int rank, CallWords.Saying saying, boolean waits, boolean wantsAnswer, MpiFailure failure) {
        int calls = count();
        int kept = Math.min(calls, READABLE);
        long[] last = new long[2 * kept];
        for (int i = 0; i < kept; i++) {
            int place = calls - kept + 1 + i & KEPT - 1;
            last[2 * i] = whats[place];
            last[2 * i + 1] = lengths[place];
        }
        ByteBuffer bytes = new CallWords(
                        saying,
                        waits,
                        wantsAnswer,
                        calls,
                        finished,
                        failure == null ? sum() : failure.errorClass(),
                        last,
                        failure == null ? "" : failure.getMessage())
                .toBytes();
        Block block = new Block();
        block.set(bytes, bytes.limit(), Datatypes.of(Predefined.BYTE), false);
        engine.wordsExchanged++;
        engine.conductor.owe(words, rank, TAG, block);
    }

    /** Words have come; they stand in the context's queue. */
    void onWords(Message message) {
        // Announced words are asked for, and come later.
        byte[] all = new byte[(int) Math.min(message.byteCount, CallWords.LONGEST_BYTES)];
        engine.takeAside(words, message, all);
    }

    /** Words are there whole. */
    void onWords(int source, byte[] all) {
        engine.wordsExchanged++;
        CallWords said = CallWords.of(all);
        if (said == null) {
            return;
        }
        if (said.saying() == TELLS) {
            breakWith(new MpiFailure(said.sum(), said.text()), false);
            return;
        }
        if (trouble != null) {
            say(source, TELLS, false, false, trouble);
            return;
        }
        compare(source, said);
        if (said.saying() == DEPARTS) {
            onDeparture(said);
        } else if (said.saying() == ANSWERS) {
            if (awaited != null && awaited.rank == source) {
                awaited.words = said;
            }
            notePassed(source, said);
        } else if (trouble == null && (said.wantsAnswer() || said.waits() && isPast(said.count()))) {
            say(source, ANSWERS, false, false, null);
        } else if (trouble == null && said.waits() && said.count() > count() && said.has(said.count())) {
            keepEarly(source, said);
        } else if (trouble == null && said.waits() && said.count() == count()) {
            keepInquirer(source);
        }
    }

    private void keepInquirer(int source) {
        IntHashSet all = inquirers == null ? new IntHashSet() : inquirers;
        all.add(source);
        inquirers = all;
    }

    private void keepEarly(int source, CallWords said) {
        if (departed) {
            departed(source, said);
            return;
        }
        Int2ObjectHashMap<CallWords> all = early == null ? new Int2ObjectHashMap<>() : early;
        all.put(source, said);
        early = all;
    }

    /** Whether this rank has finished its call of that number, which blocked. */
    private boolean isPast(int number) {
        return count() > number || finished == number;
    }

    /** Ends the calls when the two ranks have not made the same ones. */
    private void compare(int source, CallWords said) {
        int calls = count();
        int end = Math.min(calls, said.count());
        for (int number = Math.max(said.first(), calls - READABLE + 1); number <= end && trouble == null; number++) {
            long own = whats[number & KEPT - 1];
            long ownLength = lengths[number & KEPT - 1];
            if (count() - number >= READABLE + 1) {
                // It has been written over meanwhile.
                continue;
            }
            boolean differs = CallCode.significant(own) != CallCode.significant(said.what(number));
            if (!differs && said.waits() && number == said.count() && !CallCode.isLater(own)) {
                // It waits in that call: what chooses the messages must be the same, too.
                differs = ownLength >= 0 && said.length(number) >= 0 && ownLength != said.length(number)
                        || CallCode.isOtherWay(own, said.what(number));
            }
            if (differs) {
                breakWith(
                        new MpiFailure(
                                errorClass(own, said.what(number)),
                                text(
                                        number,
                                        way.rank(),
                                        phrases.call(own, ownLength),
                                        source,
                                        phrases.call(said.what(number), said.length(number)))),
                        true);
            }
        }
    }

    private static int errorClass(long own, long other) {
        return CallCode.significant(own) == CallCode.significant(other) ? MPI.MPI_ERR_COUNT : MPI.MPI_ERR_OTHER;
    }

    /** The rank has finished the call in which this one still waits for it: what this one waits for will never come. */
    private void notePassed(int source, CallWords said) {
        int number = count();
        boolean passed = said.count() > number || said.finished() == number;
        if (passed && trouble == null && finished != number && said.has(number) && engine.waitsFor(way, source)) {
            breakWith(
                    new MpiFailure(
                            MPI.MPI_ERR_COUNT,
                            "the ranks of " + phrases.communicator()
                                    + " do not call the same collectives with equal sizes: in call " + number + ", "
                                    + phrases.call(whats[number & KEPT - 1], lengths[number & KEPT - 1]) + ", rank "
                                    + way.rank() + " waits for rank " + source
                                    + ", which has finished the call and sends no more; what one rank sends must be"
                                    + " what the other expects"),
                    true);
        }
    }

    private String text(int number, int one, String oneCall, int other, String otherCall) {
        return "the ranks of " + phrases.communicator() + " do not call the same collectives: in call " + number
                + ", rank " + one + " calls " + oneCall + ", rank " + other + " " + otherCall
                + "; all must make the same calls in the same order, with equal roots, operations, sizes and rules";
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        finished = count;
    }
}
