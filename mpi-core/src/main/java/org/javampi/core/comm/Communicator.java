package org.javampi.core.comm;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.core.attribute.Attributes;
import org.javampi.core.engine.Context;
import org.javampi.core.engine.Engine;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.group.Group;
import org.javampi.core.image.ImageInput;

/**
 * A communicator at one rank, and for all but the predefined ones the handle itself: its groups, its {@linkplain Contexts
 * contexts}, the {@linkplain SharedCalls calls} that its ranks make together, and what the program has attached to it.
 */
public final class Communicator extends MPI_Comm {
    private static final long serialVersionUID = 1L;

    /** Context names that each communicator takes: its own id and the following ones. */
    public static final int CONTEXTS = Contexts.COUNT;

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
    private transient Contexts contexts;
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

    @SuppressWarnings("serial") // a Grid or a Graph
    private Object topology;

    private transient PreparedRequests prepared = new PreparedRequests();

    /** The next tag of a partition that is sent. */
    private long nextPartitionTag;

    private Communicator localPart;
    private final SharedCalls sharedCalls;

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
        sharedCalls = new SharedCalls(this, world.rules());
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
        sharedCalls = new SharedCalls(this, world.rules());
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
        contexts = ownContexts();
        pointToPoint = context(Contexts.Use.MESSAGES);
        collective = context(Contexts.Use.COLLECTIVES);
        world.add(this);
    }

    /** Opens it where this is the first time that it is asked for. */
    Context context(Contexts.Use use) {
        return contexts.of(use);
    }

    private Contexts ownContexts() {
        return new Contexts(engine, contextId, rank, remoteGroup.worldRanks());
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
    Context construction() {
        checkCollectives();
        return context(Contexts.Use.CONSTRUCTION);
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

    /** The calls that its ranks make together. */
    public SharedCalls sharedCalls() {
        return sharedCalls;
    }

    /** Its collectives; one thread at a time uses them (MPI-1.1 §4.12). */
    public Collectives collectives() {
        checkCollectives();
        return sharedCalls.collectives();
    }

    /** Its collectives that do not block; one thread at a time starts them. */
    public ScheduledCollectives scheduledCollectives() {
        checkCollectives();
        return sharedCalls.scheduled();
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
    Context grouping() {
        checkCollectives();
        return context(Contexts.Use.GROUPING);
    }

    /** Where messages stay that a matching probe has taken. */
    public Context matched() {
        return context(Contexts.Use.MATCHED);
    }

    /** Where messages in partitions are announced. */
    public Context announcements() {
        checkMessages();
        return context(Contexts.Use.ANNOUNCEMENTS);
    }

    /** Where partitions travel. */
    public Context partitions() {
        return context(Contexts.Use.PARTITIONS);
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

    /** Its persistent requests, for reports. */
    public PreparedRequests preparedRequests() {
        return prepared;
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
        sharedCalls.end();
        contexts.close();
        if (localPart != null) {
            localPart.free();
        }
    }

    private synchronized void writeObject(ObjectOutputStream out) throws IOException {
        int laggard = sharedCalls.laggard();
        if (laggard >= 0) {
            throw new InvalidObjectException("rank "
                    + laggard
                    + " of "
                    + this
                    + " has not taken part in a collective that this rank has finished:"
                    + " call Checkpoint.here() where all have");
        }
        out.defaultWriteObject();
        out.writeInt(contexts.kept());
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        world = ((ImageInput) in).part(RankWorld.class);
        engine = world.engine();
        in.defaultReadObject();
        prepared = new PreparedRequests();
        if (freed && holders == 0) {
            contexts = ownContexts();
        } else {
            open();
        }
        contexts.reopen(in.readInt());
        sharedCalls.revive(world.rules());
    }

    @Override
    public String toString() {
        String given = name;
        return given.isEmpty() ? origin : given;
    }
}
