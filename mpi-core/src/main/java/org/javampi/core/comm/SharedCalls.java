package org.javampi.core.comm;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.javampi.CollectiveSteps;
import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.collective.RuleBook;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.BlockMessages;
import org.javampi.core.engine.CallLedger;
import org.javampi.core.engine.CallOrder;
import org.javampi.core.engine.Context;
import org.javampi.core.engine.Schedule;
import org.javampi.core.failure.MpiFailure;

/**
 * The calls that the ranks of a communicator make together: its collectives, those that block and those that do not, the
 * rules that choose their algorithms, and what is found when the ranks have not made the same calls. Any thread.
 */
public final class SharedCalls implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Communicator communicator;
    private transient RuleBook rules;

    /** What it has been given besides the launcher's rules, in that order. */
    @SuppressWarnings("serial") // an ArrayList
    private final List<Object> ownRules = new ArrayList<>();

    private final CallLedger ledger = new CallLedger();

    /** Where the ledger hears other ranks; null before the first call, and where there is none to hear. */
    private transient Context words;

    /** Null before the first call. */
    private transient Collectives collectives;

    /** A tool has asked what the collectives do inside. */
    private transient boolean keepsLog;

    /** Null before the first call that does not block. */
    private transient ScheduledCollectives scheduled;

    /** Of the collectives that do not block; null before the first. */
    private CallOrder order;

    /** Collectives that a layer between the program and this has made for itself. */
    private int ownCollectives;

    SharedCalls(Communicator communicator, RuleBook rules) {
        this.communicator = communicator;
        this.rules = rules;
    }

    /** Goes on in another life of the rank, whose communicator has its contexts again. */
    void revive(RuleBook launcherRules) {
        rules = launcherRules;
        for (Object addition : ownRules) {
            rules = rules.with(addition, "attribute of " + communicator);
        }
        if (order != null) {
            order.revive(communicator.engine(), CallKinds::name, ways());
        }
    }

    /** The collectives that block; one thread at a time uses them (MPI-1.1 §4.12). */
    synchronized Collectives collectives() {
        if (collectives == null) {
            listen();
            collectives = new Collectives(communicator, rules);
            if (keepsLog) {
                collectives.keepLog();
            }
        }
        return collectives;
    }

    /** The collectives that do not block; one thread at a time starts them. */
    synchronized ScheduledCollectives scheduled() {
        if (scheduled == null) {
            Context[] ways = ways();
            if (order == null) {
                order = CallOrder.of(communicator.engine(), CallKinds::name, ways);
            }
            RecordingChannel channel = communicator.isInter()
                    ? new RecordingChannel(communicator, order, ways[1], ways[0])
                    : new RecordingChannel(communicator, order, ways[0], null);
            listen();
            if (words != null) {
                ledger.join(order, ways[0]);
            }
            scheduled = new ScheduledCollectives(communicator, channel, rules);
        }
        return scheduled;
    }

    /** Where messages of collectives that do not block travel; of an inter-communicator to the other group first. */
    private Context[] ways() {
        Context way = communicator.context(Contexts.Use.SCHEDULED);
        return communicator.isInter()
                ? new Context[] {way, communicator.localPart().context(Contexts.Use.SCHEDULED)}
                : new Context[] {way};
    }

    /**
     * What the last blocking collective did inside. The first call returns null: from then on it is kept.
     * Inter-communicators never have it.
     */
    public synchronized CollectiveSteps steps() {
        boolean kept = keepsLog;
        keepsLog = true;
        if (collectives == null || communicator.isInter()) {
            return null;
        }
        if (!kept) {
            collectives.keepLog();
        }
        return collectives.steps();
    }

    /** Whether a tool asks what collectives do inside. */
    synchronized boolean keepsLog() {
        return keepsLog && !communicator.isInter();
    }

    /** A blocking collective has been carried out as a schedule: that is the last one now. */
    public void noteCarriedOut(Schedule schedule) {
        if (schedule.log() != null) {
            collectives().keepLog(schedule.log());
        }
    }

    /** A layer above has made a collective of its own, which {@link #last} does not count. */
    public synchronized void noteOwnCollective() {
        ownCollectives++;
    }

    /** The last blocking collective that this rank has called, or null before the first; for people. */
    public synchronized LastCall last() {
        LastCall last = collectives == null ? null : collectives.lastCall();
        return last == null || ownCollectives == 0
                ? last
                : new LastCall(last.number() - ownCollectives, last.function(), last.root());
    }

    /**
     * Lets further rules go before its own; the same at all ranks, between collectives.
     *
     * @param addition as {@link RuleBook#with} takes it
     */
    public synchronized void addRules(Object addition) {
        use(rules.with(addition, "attribute of " + communicator));
        ownRules.add(addition);
    }

    /** Goes back to the launcher's rules. */
    public synchronized void resetRules() {
        ownRules.clear();
        use(communicator.world().rules());
    }

    /** Takes over the rules of the communicator that its own is a duplicate of. */
    synchronized void inheritRules(SharedCalls parent) {
        synchronized (parent) {
            ownRules.addAll(parent.ownRules);
            use(parent.rules);
        }
    }

    private void use(RuleBook book) {
        rules = book;
        if (collectives != null) {
            collectives.select(book);
        }
        if (scheduled != null) {
            scheduled.select(book);
        }
    }

    /** What finds that ranks have not made the same calls; of an inter-communicator it never does. */
    CallLedger ledger() {
        return ledger;
    }

    /** Hears from now on what other ranks say of calls. */
    private void listen() {
        if (words == null && !communicator.isInter() && communicator.size() > 1) {
            words = communicator.context(Contexts.Use.WORDS);
            ledger.open(communicator.engine(), communicator.collective(), words, new CallPhrases(communicator));
        }
    }

    /** How calls are named. */
    private record CallPhrases(Communicator owner) implements CallLedger.Phrases {
        @Override
        public String communicator() {
            return owner.toString();
        }

        @Override
        public String call(long what, long length) {
            return CallKind.describe(what, length);
        }

        @Override
        public boolean endsJob() {
            return owner.errorHandler().reaction() == ErrorHandler.Reaction.FATAL;
        }
    }

    /** This rank leaves: it will make no call any more. */
    synchronized void depart(CallLedger.Departure waits) {
        listen();
        if (words != null) {
            ledger.depart(waits);
        }
    }

    /** The communicator is free: there will be no call any more. */
    synchronized void end() {
        if (words != null) {
            ledger.depart(null);
        }
    }

    /** The communicator is free and nothing that it has used is needed any more. */
    void close() {
        Collectives used = collectives;
        if (used != null) {
            used.close();
        }
    }

    /** A rank that has yet to take part in a collective that this one has finished, or -1. */
    int laggard() {
        Collectives used = collectives;
        return used == null ? -1 : used.laggard();
    }

    /** A failure that the program has not heard of, or null. */
    MpiFailure takeUnraised() {
        return ledger.takeUnraised();
    }

    /** Whether calls have failed for good. */
    public boolean hasTrouble() {
        return ledger.hasTrouble();
    }

    /** Throws what has ended the calls, if anything has: none that starts now would end. */
    public void checkTrouble() {
        ledger.checkTrouble();
    }

    /**
     * What shows, when all ranks have made their last call, that they have not made the same ones: a message that this
     * rank has not received, or a rank that has not taken part.
     */
    synchronized MpiFailure unmatched() {
        if (words == null || ledger.hasTrouble()) {
            return null;
        }
        int source = communicator.engine().probes().earlySource(communicator.collective());
        int laggard = laggard();
        if (source < 0 && laggard < 0) {
            return null;
        }
        int rank = communicator.rank();
        LastCall last = last();
        String own = last == null
                ? "has made no call"
                : "has made " + last.number() + " calls, the last of them " + last.function();
        return new MpiFailure(
                MPI.MPI_ERR_OTHER,
                "the ranks of " + communicator + " have not called the same collectives: rank " + rank + " " + own
                        + ", "
                        + (source >= 0
                                ? "rank " + source + " has sent a message of a call that rank " + rank + " has not made"
                                : "rank " + laggard + " has not taken part in all of them")
                        + "; all must make the same calls in the same order");
    }

    /** Waits for all ranks, where calls have failed before. */
    public void meetToLeave() {
        Context way = communicator.context(Contexts.Use.LEAVING);
        int rank = communicator.rank();
        int size = communicator.size();
        Block nothing = new Block();
        nothing.set(null, 0, Datatypes.of(Predefined.BYTE), false);
        BlockMessages.Arrival arrival = new BlockMessages.Arrival();
        for (int step = 1; step < size; step *= 2) {
            int dest = (rank + step) % size;
            int source = (rank - step + size) % size;
            communicator
                    .engine()
                    .blocks()
                    .exchange(way, dest, 0, nothing, source, Predefined.ANY_TAG, nothing, arrival);
        }
    }
}
