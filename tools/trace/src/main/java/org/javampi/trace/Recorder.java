package org.javampi.trace;

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
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String FACADE = "org.javampi.";

    private final RankRecord record = new RankRecord();
    private final CommunicatorNames communicators = new CommunicatorNames();
    private final Map<String, Integer> functions = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> algorithms = new HashMap<>();

    /** What the last collective on a communicator did inside. */
    private final Function<MPI_Comm, CollectiveSteps> inside;

    /** Receives that are under way, as their rows in the table of messages. */
    private final Map<MPI_Request, Integer> pending = new IdentityHashMap<>();

    private final Map<MPI_Request, Persistent> persistent = new IdentityHashMap<>();

    private record Persistent(boolean receives, int peer, int tag, long within, long bytes) {}

    /** What is known of a call before it. */
    record Begun(long start, MPI_Request[] requests) {}

    Recorder(Function<MPI_Comm, CollectiveSteps> inside) {
        this.inside = inside;
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
        String place = place();
        synchronized (this) {
            int call = record.callCount();
            long within = 0;
            int root = NONE;
            if (kind.isCollective()) {
                MPI_Comm comm = communicator(arguments);
                within = communicators.name(comm);
                root = kind == CallKind.FROM_ROOT || kind == CallKind.TO_ROOT ? root(arguments, comm) : NONE;
            }
            add(begun.start, end, function, place, within, root);
            if (kind.isCollective()) {
                collective(call, communicator(arguments));
            }
            switch (kind) {
                case SEND -> message(call, call, false, arguments, 1);
                case RECEIVE -> receive(call, arguments, 1, (MPI_Status) arguments[6]);
                case START_RECEIVE -> {
                    int row = message(call, NONE, true, arguments, 1);
                    if (row >= 0) {
                        pending.put(((MPI_Request[]) arguments[6])[0], row);
                    }
                }
                case EXCHANGE -> exchange(call, arguments);
                case PERSISTENT_SEND, PERSISTENT_RECEIVE -> keep(kind == CallKind.PERSISTENT_RECEIVE, arguments);
                case START -> start(call, requests(arguments));
                case COMPLETE -> complete(call, begun.requests, arguments);
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

    private void add(long start, long end, String function, String place, long within, int root) {
        record.calls.add(start);
        record.calls.add(end);
        record.calls.add(number(function, functions, record.functions));
        record.calls.add(number(place, places, record.places));
        record.calls.add(within);
        record.calls.add(root);
    }

    private void collective(int call, MPI_Comm comm) {
        CollectiveSteps last = inside.apply(comm);
        if (last == null) {
            return;
        }
        record.collectives.add(call);
        record.collectives.add(number(last.algorithm(), algorithms, record.algorithms));
        record.collectives.add(last.rounds());
        long[] steps = last.steps();
        for (int at = 0; at < steps.length; at += CollectiveSteps.FIELDS) {
            record.steps.add(call);
            record.steps.add(steps[at + CollectiveSteps.TIME]);
            record.steps.add(communicators.inWorld(comm, (int) steps[at + CollectiveSteps.PEER]));
            record.steps.add(steps[at + CollectiveSteps.BYTES]);
            record.steps.add(steps[at + CollectiveSteps.IS_RECEIVE]);
        }
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
    private int root(Object[] arguments, MPI_Comm comm) {
        for (int i = 1; i < arguments.length; i++) {
            if (arguments[i] == comm) {
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
        for (long value : new long[] {begun, done, receives ? 1 : 0, peer, tag, within, bytes}) {
            record.messages.add(value);
        }
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

    private void exchange(int call, Object[] a) {
        boolean replaces = a.length == 9;
        MPI_Comm comm = (MPI_Comm) a[a.length - 2];
        MPI_Datatype sendType = (MPI_Datatype) a[2];
        message(call, call, false, (Integer) a[3], (Integer) a[4], comm, bytes((Number) a[1], sendType));
        int source = (Integer) a[a.length - 4];
        int tag = (Integer) a[a.length - 3];
        long bytes = replaces ? bytes((Number) a[1], sendType) : bytes((Number) a[6], (MPI_Datatype) a[7]);
        int row = message(call, call, true, source, tag, comm, bytes);
        settle(row, comm, (MPI_Status) a[a.length - 1]);
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
        }
    }

    /** A request that is complete is null afterwards; of a persistent one it is not known when it is tested. */
    private void complete(int call, MPI_Request[] before, Object[] arguments) {
        MPI_Request[] after = requests(arguments);
        for (int i = 0; i < Math.min(before.length, after.length); i++) {
            Integer row = pending.get(before[i]);
            boolean isDone = after[i] != before[i] || persistent.containsKey(before[i]);
            if (row != null && isDone) {
                pending.remove(before[i]);
                set(row, RankRecord.DONE, call);
                if (record.message(row, RankRecord.PEER) < 0 || record.message(row, RankRecord.TAG) < 0) {
                    settleAny(row, arguments, i);
                }
            }
        }
    }

    /** The statuses are the last argument; a single one is that of the only request. */
    private void settleAny(int row, Object[] arguments, int index) {
        Object last = arguments[arguments.length - 1];
        if (last instanceof MPI_Status status) {
            settle(row, null, status);
        } else if (last instanceof MPI_Status[] statuses && index < statuses.length) {
            settle(row, null, statuses[index]);
        }
    }

    private static long bytes(Number count, MPI_Datatype type) {
        int[] size = new int[1];
        PMPI.PMPI_Type_size(type, size);
        return count.longValue() * size[0];
    }

    /** The program's line that has called. */
    private String place() {
        return STACK.walk(frames -> frames.filter(frame -> !isOfRuntime(frame.getClassName()))
                .findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("?"));
    }

    private static boolean isOfRuntime(String type) {
        return type.startsWith(FACADE) && type.indexOf('.', FACADE.length()) < 0
                || type.startsWith("org.javampi.trace.Recorder")
                || type.startsWith("org.javampi.trace.TraceTool")
                || type.startsWith("mpi.");
    }
}
