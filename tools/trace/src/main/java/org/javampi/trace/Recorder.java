package org.javampi.trace;

import java.lang.StackWalker.StackFrame;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.javampi.CollectiveSteps;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.PMPI;

/** Writes down the calls of one rank. Any thread may call. */
final class Recorder {
    private static final int NONE = -1;

    private final RankRecord record = new RankRecord();
    private final CommunicatorNames communicators = new CommunicatorNames();
    private final Map<String, Integer> functions = new HashMap<>();
    private final CallStacks stacks = new CallStacks(record);
    private final Map<String, Integer> algorithms = new HashMap<>();

    /** What the last blocking collective on a communicator did inside. */
    private final Function<MPI_Comm, CollectiveSteps> inside;

    /** What another collective did inside that is over. */
    private final Function<MPI_Request, CollectiveSteps> insideRequest;

    /** How many collectives there were on each communicator, and of each persistent one. */
    private final Map<Long, Integer> ordinals = new HashMap<>();

    /** How many persistent ones were prepared on each communicator. */
    private final Map<Long, Integer> prepared = new HashMap<>();

    /** Collectives that are under way. */
    private final Map<MPI_Request, Started> started = new IdentityHashMap<>();

    private final Map<MPI_Request, Prepared> preparedCollectives = new IdentityHashMap<>();

    /** Receives that are under way, as their rows in the table of messages. */
    private final Map<MPI_Request, Integer> pending = new IdentityHashMap<>();

    private final Map<MPI_Request, Persistent> persistent = new IdentityHashMap<>();

    private record Persistent(boolean receives, int peer, int tag, long within, long bytes) {}

    private record Started(int row, MPI_Comm comm) {}

    /** Each persistent collective counts as a communicator of its own: starts match by their order. */
    private record Prepared(CallKind kind, MPI_Comm comm, long within, long root) {}

    /** What is known of a call before it. */
    record Begun(long start, MPI_Request[] requests) {}

    Recorder(Function<MPI_Comm, CollectiveSteps> inside, Function<MPI_Request, CollectiveSteps> insideRequest) {
        this.inside = inside;
        this.insideRequest = insideRequest;
    }

    RankRecord record() {
        return record;
    }

    Begun onCall(CallKind kind, Object[] arguments) {
        MPI_Request[] requests = kind == CallKind.COMPLETE ? requests(arguments).clone() : null;
        return new Begun(System.nanoTime(), requests);
    }

    private static MPI_Request[] requests(Object[] arguments) {
        Object first = arguments[0] instanceof MPI_Request[] ? arguments[0] : arguments[1];
        return first == null ? new MPI_Request[0] : (MPI_Request[]) first;
    }

    void onReturn(CallKind kind, String function, Begun begun, Object[] arguments) {
        long end = System.nanoTime();
        List<StackFrame> stack = CallStacks.walk();
        synchronized (this) {
            int call = record.callCount();
            record.calls.addAll(begun.start, end, number(function, functions, record.functions), stacks.number(stack));
            if (kind.isCollective()) {
                MPI_Comm comm = communicator(arguments);
                int row = collective(call, call, kind, comm, communicators.name(comm), root(kind, arguments, comm));
                over(row, call, comm, inside.apply(comm));
            }
            switch (kind) {
                case SEND -> message(call, call, false, arguments, 1);
                case RECEIVE -> receive(call, arguments, 1, (MPI_Status) arguments[6]);
                case START_RECEIVE -> await(arguments, message(call, NONE, true, arguments, 1));
                case EXCHANGE ->
                    settle(exchange(call, call, arguments), (MPI_Comm) arguments[arguments.length - 2], (MPI_Status)
                            arguments[arguments.length - 1]);
                case START_EXCHANGE -> await(arguments, exchange(call, NONE, arguments));
                case START_COLLECTIVE -> startCollective(call, CallKind.blocking(function), arguments);
                case PREPARE_COLLECTIVE -> prepareCollective(CallKind.blocking(function), arguments);
                case PERSISTENT_SEND, PERSISTENT_RECEIVE -> keep(kind == CallKind.PERSISTENT_RECEIVE, arguments);
                case START -> start(call, requests(arguments));
                case COMPLETE -> complete(function, call, begun.requests, arguments);
                default -> {
                    // Nothing more is known of it.
                }
            }
            for (Object argument : arguments) {
                if (argument instanceof MPI_Comm[] made && made.length > 0) {
                    communicators.onMade(made[0]);
                    inside.apply(made[0]);
                }
            }
        }
    }

    /** The request is the last argument. */
    private static MPI_Request request(Object[] arguments) {
        return ((MPI_Request[]) arguments[arguments.length - 1])[0];
    }

    private void await(Object[] arguments, int row) {
        if (row >= 0) {
            pending.put(request(arguments), row);
        }
    }

    private int collective(int begun, int done, CallKind kind, MPI_Comm comm, long within, long root) {
        int row = record.collectiveCount();
        record.collectives.addAll(
                begun, done, kind.ordinal(), within, ordinals.merge(within, 1, Integer::sum), root, NONE, 0);
        return row;
    }

    /** A collective is over; nothing more may be known of it. */
    private void over(int row, int call, MPI_Comm comm, CollectiveSteps what) {
        setCollective(row, RankRecord.DONE, call);
        if (what == null) {
            return;
        }
        setCollective(row, RankRecord.ALGORITHM, number(what.algorithm(), algorithms, record.algorithms));
        setCollective(row, RankRecord.ROUNDS, what.rounds());
        long[] steps = what.steps();
        for (int at = 0; at < steps.length; at += CollectiveSteps.FIELDS) {
            record.steps.addAll(
                    row,
                    steps[at + CollectiveSteps.TIME],
                    communicators.inWorld(comm, (int) steps[at + CollectiveSteps.PEER]),
                    steps[at + CollectiveSteps.BYTES],
                    steps[at + CollectiveSteps.IS_RECEIVE]);
        }
    }

    private void setCollective(int row, int field, long value) {
        record.collectives.set(row * RankRecord.COLLECTIVE_FIELDS + field, value);
    }

    private void startCollective(int call, CallKind kind, Object[] arguments) {
        MPI_Comm comm = communicator(arguments);
        int row = collective(call, NONE, kind, comm, communicators.name(comm), root(kind, arguments, comm));
        started.put(request(arguments), new Started(row, comm));
    }

    /** The order in which ranks prepare collectives is the same; that in which they start them need not be. */
    private void prepareCollective(CallKind kind, Object[] arguments) {
        MPI_Comm comm = communicator(arguments);
        long name = communicators.name(comm);
        long within = -(name * 1_000_000 + prepared.merge(name, 1, Integer::sum));
        preparedCollectives.put(request(arguments), new Prepared(kind, comm, within, root(kind, arguments, comm)));
    }

    private static int number(String name, Map<String, Integer> numbers, List<String> names) {
        Integer number = numbers.get(name);
        if (number == null) {
            number = names.size();
            names.add(name);
            numbers.put(name, number);
        }
        return number;
    }

    private static MPI_Comm communicator(Object[] arguments) {
        for (Object argument : arguments) {
            if (argument instanceof MPI_Comm comm) {
                return comm;
            }
        }
        throw new IllegalStateException("a collective call without a communicator");
    }

    /** The argument before the communicator. */
    private int root(CallKind kind, Object[] arguments, MPI_Comm comm) {
        for (int i = 1; i < arguments.length; i++) {
            if (kind.hasRoot() && arguments[i] == comm) {
                return communicators.inWorld(comm, (Integer) arguments[i - 1]);
            }
        }
        return NONE;
    }

    /** Count, type, peer, tag and communicator stand in that order from {@code first} on. */
    private int message(int begun, int done, boolean receives, Object[] arguments, int first) {
        return message(
                begun,
                done,
                receives,
                (Integer) arguments[first + 2],
                (Integer) arguments[first + 3],
                (MPI_Comm) arguments[first + 4],
                bytes((Number) arguments[first], (MPI_Datatype) arguments[first + 1]));
    }

    private int message(int begun, int done, boolean receives, int peer, int tag, MPI_Comm comm, long bytes) {
        if (peer == MPI.MPI_PROC_NULL) {
            return NONE;
        }
        return message(begun, done, receives, communicators.inWorld(comm, peer), tag, communicators.name(comm), bytes);
    }

    private int message(int begun, int done, boolean receives, int peer, int tag, long within, long bytes) {
        int row = record.messageCount();
        record.messages.addAll(begun, done, receives ? 1 : 0, peer, tag, within, bytes);
        return row;
    }

    private void receive(int call, Object[] arguments, int first, MPI_Status status) {
        MPI_Comm comm = (MPI_Comm) arguments[first + 4];
        int row = message(call, call, true, arguments, first);
        settle(row, comm, status);
    }

    /** A receive of any source or any tag has got one. */
    private void settle(int row, MPI_Comm comm, MPI_Status status) {
        if (row >= 0 && status != null && status != MPI.MPI_STATUS_IGNORE && status.MPI_SOURCE >= 0) {
            set(
                    row,
                    RankRecord.PEER,
                    comm == null ? status.MPI_SOURCE : communicators.inWorld(comm, status.MPI_SOURCE));
            set(row, RankRecord.TAG, status.MPI_TAG);
            set(row, RankRecord.BYTES, status.byteCount());
        }
    }

    private void set(int row, int field, long value) {
        record.messages.set(row * RankRecord.MESSAGE_FIELDS + field, value);
    }

    /** Answers the row of what is received. The last argument is a status or a request. */
    private int exchange(int call, int done, Object[] a) {
        boolean replaces = a.length == 9;
        MPI_Comm comm = (MPI_Comm) a[a.length - 2];
        MPI_Datatype sendType = (MPI_Datatype) a[2];
        message(call, call, false, (Integer) a[3], (Integer) a[4], comm, bytes((Number) a[1], sendType));
        int source = (Integer) a[a.length - 4];
        int tag = (Integer) a[a.length - 3];
        long bytes = replaces ? bytes((Number) a[1], sendType) : bytes((Number) a[6], (MPI_Datatype) a[7]);
        return message(call, done, true, source, tag, comm, bytes);
    }

    private void keep(boolean receives, Object[] a) {
        MPI_Comm comm = (MPI_Comm) a[5];
        int peer = (Integer) a[3];
        if (peer != MPI.MPI_PROC_NULL) {
            long bytes = bytes((Number) a[1], (MPI_Datatype) a[2]);
            persistent.put(
                    ((MPI_Request[]) a[6])[0],
                    new Persistent(
                            receives,
                            communicators.inWorld(comm, peer),
                            (Integer) a[4],
                            communicators.name(comm),
                            bytes));
        }
    }

    private void start(int call, MPI_Request[] requests) {
        for (MPI_Request request : requests) {
            Persistent kept = persistent.get(request);
            if (kept != null) {
                int row = message(
                        call, kept.receives ? NONE : call, kept.receives, kept.peer, kept.tag, kept.within, kept.bytes);
                if (kept.receives) {
                    pending.put(request, row);
                }
            }
            Prepared collective = preparedCollectives.get(request);
            if (collective != null) {
                int row = collective(call, NONE, collective.kind, collective.comm, collective.within, collective.root);
                started.put(request, new Started(row, collective.comm));
            }
        }
    }

    /** A request that is complete is null afterwards, unless it is persistent. */
    private void complete(String function, int call, MPI_Request[] before, Object[] arguments) {
        MPI_Request[] after = requests(arguments);
        for (int i = 0; i < Math.min(before.length, after.length); i++) {
            Integer row = pending.get(before[i]);
            if (row != null && (after[i] != before[i] || isComplete(function, arguments, i))) {
                pending.remove(before[i]);
                set(row, RankRecord.DONE, call);
                if (record.message(row, RankRecord.PEER) < 0 || record.message(row, RankRecord.TAG) < 0) {
                    settle(row, function, arguments, i);
                }
            }
            Started collective = started.get(before[i]);
            if (collective != null && (after[i] != before[i] || isComplete(function, arguments, i))) {
                started.remove(before[i]);
                over(collective.row, call, collective.comm, insideRequest.apply(before[i]));
            }
        }
    }

    /** Whether the call has completed request {@code index}, as its output arguments say. */
    private static boolean isComplete(String function, Object[] arguments, int index) {
        return switch (function) {
            case "MPI_Test" -> ((boolean[]) arguments[1])[0];
            case "MPI_Testall" -> ((boolean[]) arguments[2])[0];
            case "MPI_Waitany" -> ((int[]) arguments[2])[0] == index;
            case "MPI_Testany" -> ((boolean[]) arguments[3])[0] && ((int[]) arguments[2])[0] == index;
            case "MPI_Waitsome", "MPI_Testsome" -> placeAmong(arguments, index) >= 0;
            default -> true;
        };
    }

    /** Where a request is among those that have been completed; -1 if it is not. */
    private static int placeAmong(Object[] arguments, int index) {
        int[] indices = (int[]) arguments[3];
        for (int k = 0; k < ((int[]) arguments[2])[0]; k++) {
            if (indices[k] == index) {
                return k;
            }
        }
        return NONE;
    }

    /** The statuses are the last argument; a single one is that of the only request. */
    private void settle(int row, String function, Object[] arguments, int index) {
        Object last = arguments[arguments.length - 1];
        int place = function.endsWith("some") ? placeAmong(arguments, index) : index;
        if (last instanceof MPI_Status status) {
            settle(row, null, status);
        } else if (last instanceof MPI_Status[] statuses && place >= 0 && place < statuses.length) {
            settle(row, null, statuses[place]);
        }
    }

    private static long bytes(Number count, MPI_Datatype type) {
        int[] size = new int[1];
        PMPI.PMPI_Type_size(type, size);
        return count.longValue() * size[0];
    }
}
