package org.javampi.core.comm;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.javampi.CollectiveSteps;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.Predefined;
import org.javampi.core.attribute.Attributes;
import org.javampi.core.buffer.Block;
import org.javampi.core.collective.RuleBook;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.engine.BlockMessages;
import org.javampi.core.engine.CallLedger;
import org.javampi.core.engine.CallOrder;
import org.javampi.core.engine.Context;
import org.javampi.core.engine.Engine;
import org.javampi.core.engine.PendingOperation;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.group.Group;
import org.javampi.core.image.ImageInput;

/**
 * A communicator at one rank, and for all but the predefined ones the handle itself. It has ten
 * contexts: for point-to-point messages, for collectives, for the leaders that build
 * inter-communicators, for collectives that do not block, for members that build communicators of
 * some of them, for messages that a matching probe has taken, for messages in partitions and what announces
 * them, for what ranks tell each other about calls, and for leaving after calls have failed; messages of one
 * never meet those of another (MPI-1.1 §5.2.2).
 */
public final class Communicator extends MPI_Comm {
    /** So many persistent requests are noted for reports. */
    private static final int MOST_PREPARED = 256;

    private static final long serialVersionUID = 1L;

    /** Context names that each communicator takes: its own id and the following ones. */
    public static final int CONTEXTS = 10;

    private static final int SCHEDULED = 3;
    private static final int WORDS = 8;
    private static final int LEAVING = 9;

    private transient RankWorld world;
    private transient Engine engine;

    /** How it was made, for messages. */
    private final String origin;

    /** What the program calls it; empty until it does. Local: other ranks may use another name. */
    private volatile String name = "";

    /** Hints of the program, in order. */
    @SuppressWarnings("serial") // a LinkedHashMap
    private final Map<String, String> hints = new LinkedHashMap<>();

    @SuppressWarnings("serial") // this object itself, or a predefined handle
    private final MPI_Comm handle;

    private long contextId;
    private final Group group;
    private final Group remoteGroup;
    private final int rank;
    private transient Context pointToPoint;
    private transient Context collective;
    private final Attributes<MPI_Comm> attributes = new Attributes<>();
    private volatile ErrorHandler errorHandler;
    private volatile boolean freed;

    /** What the program may not do with it now; null when it may do all. */
    private volatile Restriction restriction;

    /** Its members have not agreed on the context yet; it counts as freed until then. */
    private volatile boolean unborn;

    private int holders;
    private transient RuleBook rules;

    /** What it has been given besides the launcher's rules, in that order. */
    @SuppressWarnings("serial") // an ArrayList
    private final List<Object> ownRules = new ArrayList<>();

    @SuppressWarnings("serial") // a Grid or a Graph
    private Object topology;

    private transient Context construction;
    private transient Context grouping;
    private transient Context matched;
    private transient Context announcements;
    private transient Context partitions;

    /** Persistent requests that are not freed, the oldest ones; null until there is one. */
    private transient Set<Prepared> prepared;

    /** The next tag of a partition that is sent. */
    private long nextPartitionTag;

    private Communicator localPart;
    private transient Collectives collectives;

    /** A tool has asked what its collectives do inside. */
    private transient boolean logsCollectives;

    private transient ScheduledCollectives scheduled;

    /** Of the collectives that do not block; null before the first. */
    private CallOrder callOrder;

    private transient Context scheduledWay;

    /** The calls that are made together. */
    private final CallLedger ledger = new CallLedger();

    private transient Context words;

    /** Collectives that a layer between the program and this has made for itself. */
    private int ownCollectives;

    /**
     * A communicator of this rank.
     *
     * @param origin how it was made, for messages
     * @param contextId agreed on by all members; the following {@link #CONTEXTS} - 1 are its own
     *     too
     * @param remoteGroup whom messages go to: the group itself, or the other one of an
     *     inter-communicator
     * @param predefined the handle a program uses for it, or null when it is its own handle
     */
    public Communicator(
            RankWorld world,
            String origin,
            long contextId,
            Group group,
            Group remoteGroup,
            MPI_Comm predefined,
            ErrorHandler errorHandler) {
        this.world = world;
        engine = world.engine();
        this.origin = origin;
        this.contextId = contextId;
        this.group = group;
        this.remoteGroup = remoteGroup;
        this.errorHandler = errorHandler;
        rules = world.rules();
        handle = predefined != null ? predefined : this;
        rank = group.rankOf(engine.rank());
        open();
    }

    /** A communicator whose members have yet to agree on its context: of no use before {@link #open(long)}. */
    private Communicator(RankWorld world, String origin, Communicator parent) {
        this.world = world;
        engine = world.engine();
        this.origin = origin;
        group = parent.group;
        remoteGroup = parent.remoteGroup;
        errorHandler = parent.errorHandler;
        rules = world.rules();
        handle = this;
        rank = parent.rank;
        unborn = true;
        freed = true;
        topology = parent.topology;
        restriction = parent.restriction;
    }

    /** A duplicate of {@code parent} that is not open yet. */
    static Communicator unborn(Communicator parent) {
        return new Communicator(parent.world, "dup of " + parent, parent);
    }

    /** Opens a communicator that was unborn. */
    synchronized void open(long agreedContextId) {
        contextId = agreedContextId;
        open();
        unborn = false;
        freed = false;
    }

    /** Whether the request that makes it has yet to be completed. */
    public boolean isUnborn() {
        return unborn;
    }

    private void open() {
        int[] destinations = remoteGroup.worldRanks();
        pointToPoint = engine.open(contextId, rank, destinations);
        collective = engine.open(contextId + 1, rank, destinations);
        world.add(this);
    }

    /** What the program holds. */
    public MPI_Comm handle() {
        return handle;
    }

    public Engine engine() {
        return engine;
    }

    /** Name of its point-to-point context; the same at all members. */
    public long contextId() {
        return contextId;
    }

    /** Whether one of its contexts has this name. */
    boolean owns(long context) {
        return context >= contextId && context < contextId + CONTEXTS;
    }

    /** Says what the program may do with it from now on; null for all. */
    public void restrict(Restriction newRestriction) {
        restriction = newRestriction;
    }

    /** What the program may not do with it now; null when it may do all. */
    Restriction restriction() {
        return restriction;
    }

    private void checkMessages() {
        Restriction now = restriction;
        if (now != null) {
            now.checkMessages(this);
        }
    }

    /** A failure where the program may not call collectives. */
    public void checkCollectives() {
        Restriction now = restriction;
        if (now != null) {
            now.checkCollectives(this);
        }
    }

    /** Context of sends and receives, to begin one there. */
    public Context pointToPoint() {
        checkMessages();
        return pointToPoint;
    }

    /** Context of sends and receives that were begun before. */
    public Context begunMessages() {
        return pointToPoint;
    }

    /** Context of collectives. */
    public Context collective() {
        return collective;
    }

    /** Context in which leaders agree on new inter-communicators, by the program's tags. */
    synchronized Context construction() {
        checkCollectives();
        if (construction == null) {
            construction = engine.open(contextId + 2, rank, remoteGroup.worldRanks());
        }
        return construction;
    }

    /** For an inter-communicator: an intra-communicator of the local group, of its own. */
    Communicator localPart() {
        return localPart;
    }

    void setLocalPart(Communicator local) {
        localPart = local;
    }

    /** The local group. */
    public Group group() {
        return group;
    }

    /** The group that messages go to and come from. */
    public Group remoteGroup() {
        return remoteGroup;
    }

    /** Own rank in the local group. */
    public int rank() {
        return rank;
    }

    /** Size of the local group. */
    public int size() {
        return group.size();
    }

    /** Size of the group that messages go to. */
    public int remoteSize() {
        return remoteGroup.size();
    }

    public boolean isInter() {
        return group != remoteGroup;
    }

    /** The calls that its ranks make together; of an inter-communicator none. */
    CallLedger ledger() {
        return ledger;
    }

    /** Hears from now on what other ranks say of calls. */
    private void openLedger() {
        if (words == null && !isInter() && size() > 1) {
            words = engine.open(contextId + WORDS, rank, remoteGroup.worldRanks());
            ledger.open(engine, collective, words, new CallPhrases());
        }
    }

    /** How its calls are named. */
    private final class CallPhrases implements CallLedger.Phrases {
        @Override
        public String communicator() {
            return Communicator.this.toString();
        }

        @Override
        public String call(long what, long length) {
            return CallKind.describe(what, length);
        }

        @Override
        public boolean endsJob() {
            return errorHandler.reaction() == ErrorHandler.Reaction.FATAL;
        }
    }

    /** This rank leaves: it will make no call on it any more. */
    synchronized void depart(CallLedger.Departure waits) {
        openLedger();
        if (words != null) {
            ledger.depart(waits);
        }
    }

    /** A failure of calls on it that the program has not heard of, or null. */
    MpiFailure takeUnraised() {
        return ledger.takeUnraised();
    }

    /**
     * What shows, when all ranks have made their last call, that they have not made the same ones: a message that this
     * rank has not received, or a rank that has not taken part.
     */
    synchronized MpiFailure unmatched() {
        if (words == null || ledger.hasTrouble()) {
            return null;
        }
        int source = engine.probes().earlySource(collective);
        int laggard = collectives == null ? -1 : collectives.laggard();
        if (source < 0 && laggard < 0) {
            return null;
        }
        LastCall last = lastCall();
        String own = last == null
                ? "has made no call"
                : "has made " + last.number() + " calls, the last of them " + last.function();
        return new MpiFailure(
                MPI.MPI_ERR_OTHER,
                "the ranks of " + this + " have not called the same collectives: rank " + rank + " " + own + ", "
                        + (source >= 0
                                ? "rank " + source + " has sent a message of a call that rank " + rank + " has not made"
                                : "rank " + laggard + " has not taken part in all of them")
                        + "; all must make the same calls in the same order");
    }

    /** Whether calls on it have failed for good. */
    public boolean hasTrouble() {
        return ledger.hasTrouble();
    }

    /** Throws what has ended the calls on it, if anything has: none that starts now would end. */
    public void checkCalls() {
        ledger.checkTrouble();
    }

    /** Waits for all ranks, where calls have failed before. */
    public void meetToLeave() {
        Context way = engine.open(contextId + LEAVING, rank, remoteGroup.worldRanks());
        Block nothing = new Block();
        nothing.set(null, 0, Datatypes.of(Predefined.BYTE), false);
        BlockMessages.Arrival arrival = new BlockMessages.Arrival();
        for (int step = 1; step < size(); step *= 2) {
            int dest = (rank + step) % size();
            int source = (rank - step + size()) % size();
            engine.blocks().exchange(way, dest, 0, nothing, source, Predefined.ANY_TAG, nothing, arrival);
        }
    }

    /** Its collectives; one thread at a time uses them (MPI-1.1 §4.12). */
    public synchronized Collectives collectives() {
        checkCollectives();
        if (collectives == null) {
            openLedger();
            collectives = new Collectives(this, rules);
            if (logsCollectives) {
                collectives.keepLog();
            }
        }
        return collectives;
    }

    /**
     * What the last blocking collective did inside. The first call returns null: from then on it is kept.
     * Inter-communicators never have it.
     */
    public synchronized CollectiveSteps collectiveSteps() {
        boolean kept = logsCollectives;
        logsCollectives = true;
        if (collectives == null || isInter()) {
            return null;
        }
        if (!kept) {
            collectives.keepLog();
        }
        return collectives.steps();
    }

    /** Its collectives that do not block; one thread at a time starts them. */
    public synchronized ScheduledCollectives scheduledCollectives() {
        checkCollectives();
        if (scheduled == null) {
            if (callOrder == null) {
                openScheduledWay();
                callOrder = isInter()
                        ? CallOrder.of(engine, CallKinds::name, scheduledWay, localPart.openScheduledWay())
                        : CallOrder.of(engine, CallKinds::name, scheduledWay);
            }
            RecordingChannel channel = isInter()
                    ? new RecordingChannel(this, callOrder, localPart.openScheduledWay(), scheduledWay)
                    : new RecordingChannel(this, callOrder, scheduledWay, null);
            openLedger();
            if (words != null) {
                ledger.join(callOrder, scheduledWay);
            }
            scheduled = new ScheduledCollectives(this, channel, rules);
        }
        return scheduled;
    }

    /** Of an inter-communicator the way to the other group; the own group's is its local part's. */
    private synchronized Context openScheduledWay() {
        if (scheduledWay != null) {
            return scheduledWay;
        }
        return scheduledWay = engine.open(contextId + SCHEDULED, rank, remoteGroup.worldRanks());
    }

    /** A layer above has made a collective of its own, which {@link #lastCall} does not count. */
    public synchronized void noteOwnCollective() {
        ownCollectives++;
    }

    /** The last collective that this rank has called on it, or null before the first; for people. */
    public synchronized LastCall lastCall() {
        LastCall last = collectives == null ? null : collectives.lastCall();
        return last == null || ownCollectives == 0
                ? last
                : new LastCall(last.number() - ownCollectives, last.function(), last.root());
    }

    /** The rules that choose its collective algorithms. */
    public synchronized RuleBook rules() {
        return rules;
    }

    /**
     * Lets further rules go before its own; the same at all ranks, between collectives.
     *
     * @param addition as {@link RuleBook#with} takes it
     */
    public synchronized void addRules(Object addition) {
        use(rules.with(addition, "attribute of " + this));
        ownRules.add(addition);
    }

    /** Goes back to the launcher's rules. */
    public synchronized void resetRules() {
        ownRules.clear();
        use(world.rules());
    }

    /** Takes over the rules of the communicator that it is a duplicate of. */
    synchronized void inheritRules(Communicator parent) {
        ownRules.addAll(parent.ownRules);
        use(parent.rules());
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

    /** What all communicators of the rank share. */
    public RankWorld world() {
        return world;
    }

    /** Host of each member of the local group, as small numbers. */
    public int[] hosts() {
        int[] hosts = new int[size()];
        Arrays.setAll(hosts, this::hostOf);
        return hosts;
    }

    /** Host of a member, as a small number. */
    int hostOf(int member) {
        return world.hostOf(group.worldRank(member));
    }

    /** What the program calls it, or empty. */
    public String name() {
        return name;
    }

    /** Names it in messages; empty takes the name away. */
    public void setName(String newName) {
        name = newName;
    }

    /** A copy of its hints. */
    public synchronized Map<String, String> hints() {
        return new LinkedHashMap<>(hints);
    }

    /** Adds hints; later values of a key win. */
    public synchronized void addHints(Map<String, String> additions) {
        hints.putAll(additions);
    }

    /** Context in which members make communicators of some of them, by the program's tags. */
    synchronized Context grouping() {
        checkCollectives();
        if (grouping == null) {
            grouping = engine.open(contextId + 4, rank, remoteGroup.worldRanks());
        }
        return grouping;
    }

    /** Where messages stay that a matching probe has taken. */
    public synchronized Context matched() {
        if (matched == null) {
            matched = engine.open(contextId + 5, rank, remoteGroup.worldRanks());
        }
        return matched;
    }

    /** Where messages in partitions are announced. */
    public synchronized Context announcements() {
        checkMessages();
        if (announcements == null) {
            announcements = engine.open(contextId + 6, rank, remoteGroup.worldRanks());
        }
        return announcements;
    }

    /** Where partitions travel. */
    public synchronized Context partitions() {
        if (partitions == null) {
            partitions = engine.open(contextId + 7, rank, remoteGroup.worldRanks());
        }
        return partitions;
    }

    /** So many tags for partitions, which nothing else uses; answers the first. */
    public synchronized int partitionTags(int count) {
        long first = nextPartitionTag;
        if (first + count > Integer.MAX_VALUE) {
            throw new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    Integer.MAX_VALUE + " partitions have been prepared on " + this + ": go on with a duplicate of it");
        }
        nextPartitionTag = first + count;
        return (int) first;
    }

    public Attributes<MPI_Comm> attributes() {
        return attributes;
    }

    public ErrorHandler errorHandler() {
        return errorHandler;
    }

    public void setErrorHandler(ErrorHandler handler) {
        errorHandler = handler;
    }

    /** Its topology, or null. */
    public Object topology() {
        return topology;
    }

    /** Gives it a topology, before the program sees it. */
    public void setTopology(Object newTopology) {
        topology = newTopology;
    }

    public boolean isFreed() {
        return freed;
    }

    /** Notes a persistent request on it until that is freed; beyond the first ones, reports need none. */
    public synchronized void note(Prepared request) {
        if (prepared == null) {
            prepared = new LinkedHashSet<>();
        }
        if (prepared.size() < MOST_PREPARED) {
            prepared.add(request);
        }
    }

    /** A persistent request has been freed. */
    public synchronized void forget(Prepared request) {
        if (prepared != null) {
            prepared.remove(request);
        }
    }

    /** What the persistent requests on it that are not started would do. */
    public synchronized List<PendingOperation> idle() {
        return prepared == null
                ? List.of()
                : prepared.stream().map(Prepared::idle).filter(Objects::nonNull).toList();
    }

    /** A persistent request holds on to it, so that it can start when the program has freed it. */
    public synchronized void hold() {
        holders++;
    }

    /** The opposite of {@link #hold}. */
    public synchronized void letGo() {
        holders--;
        closeWhenUnused();
    }

    /** The program has freed it: pending operations go on, new ones are refused. */
    public synchronized void free() {
        freed = true;
        closeWhenUnused();
    }

    private void closeWhenUnused() {
        if (!freed || holders > 0) {
            return;
        }
        world.remove(this);
        engine.close(pointToPoint);
        engine.close(collective);
        if (words != null) {
            ledger.depart(null);
            engine.close(words);
        }
        if (scheduledWay != null) {
            engine.close(scheduledWay);
        }
        if (construction != null) {
            engine.close(construction);
        }
        if (grouping != null) {
            engine.close(grouping);
        }
        if (matched != null) {
            engine.close(matched);
        }
        if (announcements != null) {
            engine.close(announcements);
        }
        if (partitions != null) {
            engine.close(partitions);
        }
        if (localPart != null) {
            localPart.free();
        }
    }

    /** It is free and nothing of it is needed any more. */
    void closeCollectives() {
        Collectives used = collectives;
        if (used != null) {
            used.close();
        }
    }

    /** Whether another rank has yet to take part in a collective that this one has finished. */
    boolean isUnfinished() {
        return collectives != null && collectives.laggard() >= 0;
    }

    private synchronized void writeObject(ObjectOutputStream out) throws IOException {
        if (collectives != null) {
            int laggard = collectives.laggard();
            if (laggard >= 0) {
                throw new InvalidObjectException("rank "
                        + laggard
                        + " of "
                        + this
                        + " has not taken part in a collective that this rank has finished:"
                        + " call Checkpoint.here() where all have");
            }
        }
        out.defaultWriteObject();
        out.writeBoolean(construction != null);
        out.writeBoolean(grouping != null);
        out.writeBoolean(matched != null);
        out.writeBoolean(announcements != null);
        out.writeBoolean(partitions != null);
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        world = ((ImageInput) in).part(RankWorld.class);
        engine = world.engine();
        in.defaultReadObject();
        rules = world.rules();
        for (Object addition : ownRules) {
            rules = rules.with(addition, "attribute of " + this);
        }
        if (!freed || holders > 0) {
            open();
        }
        if (in.readBoolean()) {
            construction();
        }
        if (in.readBoolean()) {
            grouping();
        }
        if (in.readBoolean()) {
            matched();
        }
        if (in.readBoolean()) {
            announcements();
        }
        if (in.readBoolean()) {
            partitions();
        }
        if (callOrder != null) {
            openScheduledWay();
            if (isInter()) {
                callOrder.revive(engine, CallKinds::name, scheduledWay, localPart.openScheduledWay());
            } else {
                callOrder.revive(engine, CallKinds::name, scheduledWay);
            }
        }
    }

    @Override
    public String toString() {
        String given = name;
        return given.isEmpty() ? origin : given;
    }
}
