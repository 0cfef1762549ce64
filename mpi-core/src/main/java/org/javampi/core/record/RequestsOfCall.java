package org.javampi.core.record;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.core.buffer.Block;
import org.javampi.core.failure.MpiFailure;

/** The requests that a call is about, as they were before it, and the operations that they name. */
final class RequestsOfCall {
    private static final RequestsOfCall NONE = new RequestsOfCall(null, new MPI_Request[0], new Operation[0]);
    private static final Block[] NO_MEMORY = {};

    private final MPI_Request[] given;
    private final MPI_Request[] before;
    private final Operation[] operations;

    private RequestsOfCall(MPI_Request[] given, MPI_Request[] before, Operation[] operations) {
        this.given = given;
        this.before = before;
        this.operations = operations;
    }

    static RequestsOfCall of(Function function, Object[] arguments, Operations known) {
        if (function.treatment().makesRequest()) {
            return NONE;
        }
        MPI_Request[] given = (MPI_Request[]) function.ofType("MPI_Request[]", arguments);
        MPI_Request[] before;
        if (given != null) {
            int count = Math.max(0, Math.min(given.length, Arguments.requests(function, arguments)));
            before = Arrays.copyOf(given, count);
        } else if (function.placeOfType("MPI_Request") >= 0) {
            before = new MPI_Request[] {(MPI_Request) function.ofType("MPI_Request", arguments)};
        } else {
            return NONE;
        }
        Operation[] operations = new Operation[before.length];
        for (int i = 0; i < before.length; i++) {
            operations[i] = known.of(before[i]);
        }
        return new RequestsOfCall(given, before, operations);
    }

    /** The request that a call has made. */
    static MPI_Request made(Function function, Object[] arguments) {
        return ((MPI_Request[]) function.ofType("MPI_Request[]", arguments))[0];
    }

    /** The operation that a call has begun or prepared. */
    static Operation operation(Function function, Object[] arguments, Buffers buffers) {
        return new Operation(
                function.name(),
                (MPI_Comm) function.ofType("MPI_Comm", arguments),
                buffers.sent(function, arguments),
                buffers.received(function, arguments),
                Buffers.isMessage(function),
                function.treatment() == Treatment.PREPARES,
                function.place("partitions") < 0 ? 0 : (int) function.number("partitions", arguments));
    }

    /** The same of one that moves nothing of the program's. */
    static Operation operation(Function function, Object[] arguments) {
        MPI_Comm comm = (MPI_Comm) function.ofType("MPI_Comm", arguments);
        return new Operation(function.name(), comm, NO_MEMORY, NO_MEMORY, false, false, 0);
    }

    int count() {
        return before.length;
    }

    /** The operation in a place; null where the request names nothing. */
    Operation operation(int place) {
        return operations[place];
    }

    MPI_Request before(int place) {
        return before[place];
    }

    /** The program's array; null where it gave a request itself. */
    MPI_Request[] given() {
        return given;
    }

    /** Whether one names something that is not known here. */
    boolean hasUnknown() {
        for (int i = 0; i < before.length; i++) {
            if (before[i] != null && before[i] != Predefined.REQUEST_NULL && operations[i] == null) {
                return true;
            }
        }
        return false;
    }

    /** Writes the places that the call has made null. */
    void writeNulls(Encoder out) {
        int count = 0;
        for (int i = 0; i < before.length; i++) {
            count += isNulled(i) ? 1 : 0;
        }
        out.put(count);
        for (int i = 0; count > 0 && i < before.length; i++) {
            if (isNulled(i)) {
                out.put(i);
            }
        }
    }

    private boolean isNulled(int place) {
        return given != null && before[place] != Predefined.REQUEST_NULL && given[place] == Predefined.REQUEST_NULL;
    }

    /** A check sum of what is sent by the operations that a call starts, or by the partitions that it makes ready. */
    long sumOfSent(Function function, Object[] arguments, Staging staging) {
        long sum = 0;
        for (Operation operation : operations) {
            if (operation == null) {
                continue;
            }
            if (function.treatment() == Treatment.RESTARTS) {
                if (operation.partitions == 0 && operation.sent.length > 0) {
                    sum = 31 * sum + staging.sum(operation.sent);
                }
            } else {
                for (int partition : partitions(function, arguments)) {
                    sum = 31 * sum + staging.sum(operation.partition(operation.sent, partition));
                }
            }
        }
        return sum;
    }

    private static int[] partitions(Function function, Object[] arguments) {
        return switch (function.base()) {
            case "Pready" -> new int[] {(int) arguments[0]};
            case "Pready_range" ->
                IntStream.rangeClosed((int) arguments[0], (int) arguments[1]).toArray();
            default -> Arrays.copyOf((int[]) arguments[1], (int) arguments[0]);
        };
    }

    /** All have been started. */
    void started(boolean isGood) {
        for (Operation operation : operations) {
            if (isGood && operation != null) {
                operation.isActive = true;
            }
        }
    }

    /** Adds the partition that has arrived, if it has. */
    void addArrived(Function function, Object[] arguments, boolean isGood, Payload payload) {
        Operation operation = operations[0];
        if (isGood && operation != null && operation.isActive && isSet(function, arguments)) {
            int partition = (int) function.number("partition", arguments);
            payload.add(0, operation.partition(operation.received, partition), Long.MAX_VALUE);
        }
    }

    private static boolean isSet(Function function, Object[] arguments) {
        int flag = function.place("flag");
        return flag < 0 || ((boolean[]) arguments[flag])[0];
    }

    /** Hears of the place of an operation that is over, and of its status. */
    private interface Over {
        void at(int place, MPI_Status status);
    }

    private void eachOver(Function function, Object[] arguments, Over over) {
        if (!isSet(function, arguments)) {
            return;
        }
        MPI_Status one = (MPI_Status) function.ofType("MPI_Status", arguments);
        MPI_Status[] all = (MPI_Status[]) function.ofType("MPI_Status[]", arguments);
        int index = function.place("index");
        int indices = function.place("array_of_indices");
        if (index >= 0) {
            int place = ((int[]) arguments[index])[0];
            if (place >= 0 && place < before.length) {
                over.at(place, one);
            }
        } else if (indices >= 0) {
            int count = ((int[]) function.argument("outcount", arguments))[0];
            for (int i = 0; i < count; i++) {
                over.at(((int[]) arguments[indices])[i], all[i]);
            }
        } else {
            for (int i = 0; i < before.length; i++) {
                over.at(i, all == null ? one : all[i]);
            }
        }
    }

    /** Behind a call that completes: what has been received, and what is over. */
    void completed(Function function, Object[] arguments, int code, Payload payload, Operations known) {
        boolean areErrorsInStatuses = code == MPI.MPI_ERR_IN_STATUS;
        if (code == MPI.MPI_SUCCESS || areErrorsInStatuses) {
            eachOver(function, arguments, (place, status) -> {
                Operation operation = operations[place];
                boolean isPending = areErrorsInStatuses && status.MPI_ERROR == MPI.MPI_ERR_PENDING;
                if (operation != null && operation.isActive && !isPending) {
                    boolean isGood = !areErrorsInStatuses || status.MPI_ERROR == MPI.MPI_SUCCESS;
                    addReceived(place, operation, isGood ? status : null, payload);
                    operation.isActive = false;
                }
            });
        } else {
            addFailed(payload);
        }
        forgetNulled(known);
    }

    /** One that has failed may have filled a part of its memory: which one is not known. */
    private void addFailed(Payload payload) {
        for (int i = 0; i < before.length; i++) {
            if (isNulled(i) && operations[i] != null && operations[i].isActive) {
                addReceived(i, operations[i], null, payload);
                operations[i].isActive = false;
            }
        }
    }

    private void forgetNulled(Operations known) {
        for (int i = 0; i < before.length; i++) {
            boolean isOver = operations[i] != null && !operations[i].isPersistent && !operations[i].isActive;
            if (isNulled(i) || isOver) {
                known.remove(before[i]);
            }
        }
    }

    /** A status of null: how much has come is not known. */
    private static void addReceived(int place, Operation operation, MPI_Status status, Payload payload) {
        boolean isKnown = operation.isMessage && status != null;
        long most = !isKnown ? Long.MAX_VALUE : status.isCancelled() ? 0 : status.byteCount();
        payload.add(place, operation.received, most);
    }

    /** Behind a call that looks: what has been received already. */
    void looked(Function function, Object[] arguments, boolean isGood, Payload payload) {
        if (isGood) {
            eachOver(function, arguments, (place, status) -> {
                Operation operation = operations[place];
                if (operation != null && operation.isActive) {
                    addReceived(place, operation, status, payload);
                }
            });
        }
    }

    /** Behind a call that gives an operation up, or asks for its cancellation. */
    void givenUp(Function function, boolean isGood, Operations known) {
        if (!isGood || !function.base().equals("Request_free") || operations[0] == null) {
            return;
        }
        Operation freed = operations[0];
        if (freed.isActive && freed.received.length > 0) {
            throw new MpiFailure(
                    MPI.MPI_ERR_REQUEST,
                    "it gives up an operation that is under way, and data may come into its memory at any time;"
                            + " complete it with MPI_Wait");
        }
        known.remove(before[0]);
    }
}
