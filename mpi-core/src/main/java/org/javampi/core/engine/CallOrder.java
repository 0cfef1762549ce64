package org.javampi.core.engine;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.agrona.collections.Int2ObjectHashMap;
import org.agrona.collections.IntHashSet;
import org.agrona.collections.Long2LongHashMap;
import org.javampi.MPI;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.image.ImageInput;

/**
 * The order in which the ranks of a communicator start collectives that do not block. All start the
 * same ones in the same order (MPI-4.1 §6.12), so a count names them without a word. Each message
 * carries the name as its tag:
 *
 * <pre>
 *   30           29          11 10    6 5    0
 *   | persistent | number       | kind  | mark |
 * </pre>
 *
 * The number counts calls: those that are started once, or those that make persistent requests, which
 * keep theirs and may be started in any order. Messages of different calls never meet, in whatever order
 * the calls end. Kind and mark say which collective with which algorithm and root the number belongs to:
 * a message of the right number that says something else shows that the ranks have not made the same
 * calls. The rank that sees it ends its call with an error and tells the others, so that none waits for
 * what will not come.
 *
 * <p>Numbers come again after 2^19 calls. A call whose number is still in use is held back until that is
 * over, which is before anybody can wait for it. No rank can be so far ahead of another: its peers keep
 * only so many of its messages (see {@link Outbound}).
 *
 * <p>Guarded by the engine lock.
 */
public final class CallOrder implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Bits of {@link #mark}. */
    private static final int MARK_BITS = 6;

    private static final int KIND_BITS = 5;
    private static final int WHAT_BITS = MARK_BITS + KIND_BITS;
    private static final int WHAT = (1 << WHAT_BITS) - 1;
    private static final int NUMBER_BITS = 19;

    /** The kind that stands for a failure. */
    private static final int NOTICE = (1 << KIND_BITS) - 1;

    private static final int PERSISTENT = 1 << NUMBER_BITS;
    private static final int KEPT_SPARE = 32;
    private static final int LONGEST_TEXT = 1000;
    private static final long NONE = -1;

    /** A second kind of call that early messages of one number speak of. */
    private static final long SECOND = 1L << 40;

    private final int numbers;
    private transient EngineCore engine;

    /** Where its messages travel: to the other ranks, or to the other group and the own one. */
    private transient Context[] ways;

    private int started;
    private int prepared;

    /** Under way, or persistent, by number. */
    private transient Int2ObjectHashMap<Schedule> known = new Int2ObjectHashMap<>();

    /** Started while another with the number was not over, oldest first. */
    private transient ArrayDeque<Schedule> held = new ArrayDeque<>();

    /** What early messages of calls to come say that these are, and who says so. */
    private transient Long2LongHashMap early = new Long2LongHashMap(NONE);

    /** Failures of calls to come. */
    private transient Int2ObjectHashMap<MpiFailure> announced = new Int2ObjectHashMap<>();

    /** Numbers whose last call has failed: messages that still come are dropped. */
    private transient IntHashSet failed = new IntHashSet();

    private transient ArrayDeque<Schedule> spare = new ArrayDeque<>();

    /** Names the collectives by the kinds in tags. */
    private transient IntFunction<String> names;

    CallOrder(EngineCore engine, int numbers, IntFunction<String> names, Context... ways) {
        this.numbers = numbers;
        live(engine, names, ways);
    }

    /**
     * The order of the communicator whose messages travel in {@code ways}.
     *
     * @param names of the collectives, by kind
     * @param ways to the other ranks; for an inter-communicator to the other group, then the own one
     */
    public static CallOrder of(Engine engine, IntFunction<String> names, Context... ways) {
        engine.lock.acquire();
        try {
            return new CallOrder(engine, 1 << NUMBER_BITS, names, ways);
        } finally {
            engine.lock.release();
        }
    }

    private void live(EngineCore living, IntFunction<String> kindNames, Context[] contexts) {
        engine = living;
        names = kindNames;
        ways = contexts;
        for (Context way : contexts) {
            way.order = this;
            for (Message message : way.unexpected.toArray()) {
                onEarly(way, message);
            }
        }
    }

    /**
     * Takes what a checkpoint has saved up again: the contexts are there, nothing has come in yet.
     */
    public void revive(Engine living, IntFunction<String> kindNames, Context... contexts) {
        living.lock.acquire();
        try {
            live(living, kindNames, contexts);
            for (Schedule schedule : known.values()) {
                if (schedule.isStarted()) {
                    living.noteStarted(schedule);
                }
            }
            for (Schedule schedule : held) {
                living.noteStarted(schedule);
            }
        } finally {
            living.lock.release();
        }
    }

    /**
     * A schedule to be recorded for the next call of the program.
     *
     * @param kind of collective, 0 to 30
     * @param mark sums up what all ranks must say alike besides, such as algorithm and root
     * @return to be given to {@link #recorded} or {@link #abandon} before the next one is asked for
     */
    public Schedule next(int kind, int mark, boolean persistent) {
        engine.lock.acquire();
        try {
            int number = persistent ? prepared : started;
            Schedule schedule = spare.isEmpty() ? new Schedule(this) : spare.pop();
            int key = (persistent ? PERSISTENT : 0) | number;
            schedule.begin(key << WHAT_BITS | kind << MARK_BITS | fold(mark), persistent);
            return schedule;
        } finally {
            engine.lock.release();
        }
    }

    /** The recording is whole: a persistent request counts; what is started once counts when it is. */
    public void recorded(Schedule schedule) {
        engine.lock.acquire();
        try {
            if (schedule.isPersistent()) {
                keep(schedule);
            }
        } finally {
            engine.lock.release();
        }
    }

    /** The call has been refused before it has begun, as it is at all other ranks: it does not count. */
    public void abandon(Schedule schedule) {
        engine.lock.acquire();
        try {
            takeBack(schedule);
        } finally {
            engine.lock.release();
        }
    }

    /** The call of a schedule, for errors. */
    String describe(Schedule schedule) {
        return names.apply((schedule.tag & WHAT) >>> MARK_BITS)
                + (schedule.isPersistent() ? " (persistent request " : " (call ")
                + (key(schedule.tag) & PERSISTENT - 1)
                + ")";
    }

    private void keep(Schedule schedule) {
        Schedule other = known.get(key(schedule.tag));
        if (other != null) {
            throw new MpiFailure(
                    MPI.MPI_ERR_OTHER,
                    numbers
                            + " persistent collectives have been made since one that is still in use ("
                            + describe(other)
                            + "): free it before, or make more on a duplicate of the communicator");
        }
        prepared = (prepared + 1) % numbers;
        enter(key(schedule.tag), schedule);
    }

    private static int fold(int mark) {
        int folded = mark * 0x9E3779B9;
        return folded >>> Integer.SIZE - MARK_BITS;
    }

    private static int key(int tag) {
        return tag >>> WHAT_BITS;
    }

    private static boolean isNotice(int tag) {
        return (tag & WHAT) >>> MARK_BITS == NOTICE;
    }

    /** Whether a started schedule may begin now. */
    boolean admit(Schedule schedule) {
        if (schedule.isPersistent()) {
            return true;
        }
        started = (started + 1) % numbers;
        int key = key(schedule.tag);
        if (known.containsKey(key)) {
            schedule.stage = Schedule.Stage.HELD;
            held.add(schedule);
            return false;
        }
        enter(key, schedule);
        return true;
    }

    private void enter(int key, Schedule schedule) {
        known.put(key, schedule);
        failed.remove(key);
        compareWithEarly(schedule);
    }

    private void compareWithEarly(Schedule schedule) {
        int key = key(schedule.tag);
        compareWithEarly(schedule, early.remove(key));
        compareWithEarly(schedule, early.remove(key | SECOND));
        MpiFailure failure = announced.remove(key);
        if (failure != null) {
            engine.conductor.fail(schedule, failure, false);
        }
    }

    private void compareWithEarly(Schedule schedule, long said) {
        if (said != NONE && (int) (said >>> Integer.SIZE) != (schedule.tag & WHAT)) {
            engine.conductor.fail(schedule, mismatch(schedule, (int) said, (int) (said >>> Integer.SIZE)), true);
        }
    }

    /** A schedule is over; answers one that was held back for its number and may begin, or null. */
    Schedule leave(Schedule schedule) {
        if (schedule.isPersistent()) {
            return null;
        }
        int key = key(schedule.tag);
        known.remove(key);
        for (Schedule next : held) {
            if (key(next.tag) == key) {
                held.remove(next);
                enter(key, next);
                return next;
            }
        }
        return null;
    }

    /** A schedule has been completed and will not be started again, or could not be recorded. */
    void takeBack(Schedule schedule) {
        known.remove(key(schedule.tag), schedule);
        schedule.clear();
        if (spare.size() < KEPT_SPARE) {
            spare.push(schedule);
        }
    }

    /** A schedule has failed here: late messages of it are dropped, and the other ranks told. */
    void broken(Schedule schedule) {
        failed.add(key(schedule.tag));
        for (Context way : ways) {
            Message[] all = way.unexpected.toArray();
            for (Message message : all) {
                if (key(message.tag) == key(schedule.tag) && !isNotice(message.tag)) {
                    drop(way, message);
                }
            }
        }
        if (schedule.toReport) {
            Block text = text(schedule.trouble);
            int tag = key(schedule.tag) << WHAT_BITS | NOTICE << MARK_BITS;
            for (Context way : ways) {
                for (int other = 0; other < way.size(); other++) {
                    if (way.worldRank(other) != engine.rank) {
                        engine.conductor.owe(way, other, tag, text);
                    }
                }
            }
        }
    }

    private static Block text(MpiFailure failure) {
        byte[] words = failure.getMessage().getBytes(StandardCharsets.UTF_8);
        int length = Math.min(words.length, LONGEST_TEXT);
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + length);
        bytes.putInt(failure.errorClass()).put(words, 0, length).flip();
        Block block = new Block();
        block.set(bytes, bytes.limit(), Datatypes.of(Predefined.BYTE), false);
        return block;
    }

    // ---- Messages that no step has asked for yet

    /** A message has come for which there is no receive: it stands in the context's queue. */
    void onEarly(Context way, Message message) {
        int key = key(message.tag);
        Schedule schedule = known.get(key);
        if (isNotice(message.tag)) {
            onNotice(key, schedule, failure(message));
            drop(way, message);
        } else if (schedule != null) {
            if ((schedule.tag & WHAT) != (message.tag & WHAT)) {
                engine.conductor.fail(schedule, mismatch(schedule, message.source, message.tag & WHAT), true);
            }
            if (schedule.trouble != null) {
                drop(way, message);
            }
        } else if (isToCome(key)) {
            note(key, message);
        } else {
            if (!failed.contains(key)) {
                engine.conductor.owe(
                        way, message.source, key << WHAT_BITS | NOTICE << MARK_BITS, text(late(way, message)));
            }
            drop(way, message);
        }
    }

    private void note(int key, Message message) {
        long says = (long) (message.tag & WHAT) << Integer.SIZE | message.source;
        long before = early.get(key);
        if (before == NONE) {
            early.put(key, says);
        } else if (before >>> Integer.SIZE != says >>> Integer.SIZE) {
            early.put(key | SECOND, says);
        }
    }

    private boolean isToCome(int key) {
        int next = (key & PERSISTENT) != 0 ? prepared : started;
        int ahead = Math.floorMod((key & PERSISTENT - 1) - next, numbers);
        return ahead < numbers / 2;
    }

    private void onNotice(int key, Schedule schedule, MpiFailure failure) {
        if (schedule != null) {
            engine.conductor.fail(schedule, failure, false);
        } else if (isToCome(key)) {
            announced.put(key, failure);
        }
    }

    private static MpiFailure failure(Message message) {
        String from = " (found by rank " + message.source + ")";
        if (message.isEager() && message.byteCount >= Integer.BYTES) {
            byte[] bytes = new byte[(int) message.byteCount];
            message.region.getBytes(message.offset, bytes, 0, bytes.length);
            ByteBuffer all = ByteBuffer.wrap(bytes);
            int errorClass = all.getInt();
            String words = new String(bytes, Integer.BYTES, bytes.length - Integer.BYTES, StandardCharsets.UTF_8);
            return new MpiFailure(errorClass, words + from);
        }
        return new MpiFailure(MPI.MPI_ERR_OTHER, "the collective has failed at another rank" + from);
    }

    private void drop(Context way, Message message) {
        engine.drop(way, message);
    }

    /**
     * Calls on the communicator have failed for good: none of those under way comes to an end.
     *
     * @return whether there were any
     */
    boolean failAll(MpiFailure failure) {
        boolean any = false;
        for (Schedule schedule : known.values().toArray(new Schedule[0])) {
            if (schedule.isStarted()) {
                engine.conductor.fail(schedule, failure, false);
                any = true;
            }
        }
        return any;
    }

    private MpiFailure mismatch(Schedule schedule, int source, int what) {
        String theirs = names.apply(what >>> MARK_BITS);
        return new MpiFailure(
                MPI.MPI_ERR_OTHER,
                "the ranks do not call the same collectives: one rank is in "
                        + describe(schedule)
                        + ", rank "
                        + source
                        + " at the same place in "
                        + theirs
                        + (what >>> MARK_BITS == (schedule.tag & WHAT) >>> MARK_BITS
                                ? " with another root, or a size for which rules choose another algorithm"
                                : "")
                        + "; all must start the same collectives in the same order, with equal sizes and rules");
    }

    private MpiFailure late(Context way, Message message) {
        return new MpiFailure(
                MPI.MPI_ERR_OTHER,
                "the ranks do not call the same collectives: rank "
                        + way.rank()
                        + " has ended a collective at this place without the message of "
                        + message.byteCount
                        + " bytes that "
                        + names.apply((message.tag & WHAT) >>> MARK_BITS)
                        + " sends; all must start the same collectives in the same order, with equal sizes and rules");
    }

    // ---- Checkpoints

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        List<Schedule> all = new ArrayList<>(known.values());
        all.sort(Comparator.comparingInt(schedule -> schedule.tag));
        out.writeInt(all.size());
        for (Schedule schedule : all) {
            out.writeObject(schedule);
        }
        out.writeInt(held.size());
        for (Schedule schedule : held) {
            out.writeObject(schedule);
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        engine = ((ImageInput) in).part(Engine.class);
        known = new Int2ObjectHashMap<>();
        held = new ArrayDeque<>();
        early = new Long2LongHashMap(NONE);
        announced = new Int2ObjectHashMap<>();
        failed = new IntHashSet();
        spare = new ArrayDeque<>();
        for (int left = in.readInt(); left > 0; left--) {
            Schedule schedule = (Schedule) in.readObject();
            known.put(key(schedule.tag), schedule);
        }
        for (int left = in.readInt(); left > 0; left--) {
            held.add((Schedule) in.readObject());
        }
    }
}
