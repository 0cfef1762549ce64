package org.javampi.core.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.javampi.Binding;
import org.javampi.Checkpoints;
import org.javampi.InterceptingTool;
import org.javampi.MPI;
import org.javampi.MPIException;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.checkpoint.Recording;
import org.javampi.core.binding.JobAborted;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.binding.SavedLayer;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.CommunicatorShape;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** The binding of a rank whose calls are written down, {@code --record}. In the place of the binding only where that is wanted. */
final class RecordingBinding extends InterceptingTool implements SavedLayer {
    private static final int STATUS_REFUSED = 1;

    private final Binding below;
    private final RankBinding binding;
    private final Functions functions = new Functions(declarations());
    private final Operations operations = new Operations();
    private final Buffers buffers;
    private final Arguments arguments;
    private final Journal journal;
    private final long from;
    private final boolean marksPoints;
    private final RecordingPoints points;
    private final Encoder head = new Encoder();
    private final Encoder written = new Encoder();
    private final Encoder record = new Encoder();
    private final Payload payload = new Payload();
    private final Staging staging = new Staging();

    /** The only thread whose calls are written; null before MPI_Init. */
    private volatile Thread mainThread;

    /** A call is under way: what its callbacks call is not written. Of the main thread. */
    private boolean isInCall;

    /** What the call under way has given to an error handler first; MPI_SUCCESS for nothing. */
    private int handled;

    /** The rank had operations before anything was written: requests that are not known may name one. */
    private boolean hasUnknown;

    /**
     * A layer.
     *
     * @param next what calls come to then
     * @param from the checkpoint that this life begins at, 0 for the program's start
     * @param marksPoints whether the program marks the points at which it may be frozen
     */
    RecordingBinding(Binding next, RankBinding binding, Journal journal, long from, boolean marksPoints) {
        below = next;
        this.binding = binding;
        this.journal = journal;
        this.from = from;
        this.marksPoints = marksPoints;
        buffers = new Buffers(binding, false);
        arguments = new Arguments(binding, operations);
        points = new RecordingPoints(next.checkpoints(), journal);
        onto(next);
        binding.saveWith(this);
        binding.onHandled(this::noteHandled);
    }

    /** {@code next}, recorded. */
    static Binding over(
            Binding next, RankBinding binding, Recording recording, RankHost rankHost, long from, boolean marksPoints) {
        Journal journal =
                new Journal(recording, rankHost.rank(), new Functions(declarations()).stamp(), System.err::println);
        return new RecordingBinding(next, binding, journal, from, marksPoints);
    }

    // ---- The rank's life

    @Override
    public void onJoined(Object earlier) {
        mainThread = Thread.currentThread();
        journal.open(from, marksPoints);
        points.begin();
        if (earlier instanceof LayerState saved) {
            operations.revive(saved.operations());
            arguments.revive(saved.names());
        } else {
            hasUnknown = from > 0;
        }
    }

    @Override
    public Object state() {
        return new LayerState(operations.saved(), arguments.saved());
    }

    @Override
    public void onCaptured(long epoch) {
        journal.onCaptured(epoch);
    }

    @Override
    public Checkpoints checkpoints() {
        return marksPoints ? points : below.checkpoints();
    }

    // ---- Calls

    @Override
    protected int onCall(int number, Object[] given, Call call) {
        Function function = functions.of(number);
        Treatment treatment = function.treatment();
        if (treatment == Treatment.LOCAL || !journal.isOpen()) {
            return call.with(given);
        }
        if (Thread.currentThread() != mainThread) {
            return ofOtherThread(function, given, call);
        }
        if (isInCall) {
            return inCallback(function, given, call);
        }
        return switch (treatment) {
            case REFUSED -> throw refused(function.name() + " cannot be recorded");
            case GENERALIZES -> generalized(function, given, call);
            case ABORTS -> aborted(given, call);
            default -> record(function, given, call);
        };
    }

    private RuntimeException refused(String why) {
        binding.endJob(
                STATUS_REFUSED,
                "rank " + binding.joined().world().rank() + " of MPI_COMM_WORLD: --record: " + why
                        + "; leave --record out, or change the program");
        return new IllegalStateException(why);
    }

    private int ofOtherThread(Function function, Object[] given, Call call) {
        if (function.treatment() == Treatment.ASKED) {
            return call.with(given);
        }
        throw refused("thread " + Thread.currentThread().getName() + " calls " + function.name()
                + ", and only calls of the thread that has called MPI_Init can be told again in their order");
    }

    private int inCallback(Function function, Object[] given, Call call) {
        if (function.treatment() == Treatment.ASKED) {
            return call.with(given);
        }
        if (function.treatment() == Treatment.ABORTS) {
            return aborted(given, call);
        }
        throw refused("a callback calls " + function.name() + ", which cannot be recorded inside another call");
    }

    private int generalized(Function function, Object[] given, Call call) {
        int code = call.with(given);
        if (code == MPI.MPI_SUCCESS) {
            operations.put(RequestsOfCall.made(function, given), Operation.generalized(function.name()));
        }
        return code;
    }

    private int aborted(Object[] given, Call call) {
        journal.append(head.clear().putByte(Journal.END).put("MPI_Abort with code " + given[1]));
        journal.close();
        return call.with(given);
    }

    private int record(Function function, Object[] given, Call call) {
        written.clear();
        arguments.write(function, given, written);
        Object[] own = withStatuses(function, given);
        RequestsOfCall requests = RequestsOfCall.of(function, given, operations);
        requireKnown(function, requests);
        long sum = SentData.sum(function, given, requests, buffers, staging);
        int code;
        boolean isThrown = false;
        MPIException thrown = null;
        isInCall = true;
        handled = MPI.MPI_SUCCESS;
        try {
            code = call.with(own);
        } catch (MPIException e) {
            thrown = e;
            isThrown = true;
            code = e.errorCode();
        } catch (JobAborted e) {
            journal.append(head.clear().putByte(Journal.END).put(e.getMessage()));
            journal.close();
            throw e;
        } finally {
            isInCall = false;
        }
        head.clear().put(written.length()).put(written.bytes(), written.length());
        head.put(sum).put(code).put(isThrown);
        if (code != MPI.MPI_SUCCESS) {
            // A call for several requests returns MPI_ERR_IN_STATUS, and its handler gets the code of the one that has
            // failed.
            int told = handled == MPI.MPI_SUCCESS ? code : handled;
            head.put(told).put(binding.errorText(told));
        }
        Outputs.write(function, own, head);
        Outputs.writeMessage(function, own, head);
        requests.writeNulls(head);
        payload.clear();
        try {
            note(function, given, own, requests, code);
        } catch (MpiFailure failure) {
            throw refused("what " + function.name() + " has received is not to be found: " + failure.getMessage());
        }
        append(function);
        if (function.treatment() == Treatment.FINALIZES) {
            journal.close();
        }
        if (thrown != null) {
            throw thrown;
        }
        return code;
    }

    private void noteHandled(int code) {
        if (isInCall && Thread.currentThread() == mainThread && handled == MPI.MPI_SUCCESS) {
            handled = code;
        }
    }

    /** What a call that ignores its statuses has received is learnt from statuses of our own. */
    private static Object[] withStatuses(Function function, Object[] given) {
        int one = function.placeOfType("MPI_Status");
        int many = function.placeOfType("MPI_Status[]");
        boolean isOne = one >= 0 && given[one] == Predefined.STATUS_IGNORE;
        boolean areMany = many >= 0 && given[many] == Predefined.STATUSES_IGNORE;
        if (!isOne && !areMany) {
            return given;
        }
        Object[] own = given.clone();
        if (isOne) {
            own[one] = new MPI_Status();
        }
        if (areMany) {
            MPI_Status[] all = new MPI_Status[Math.max(0, Arguments.requests(function, given))];
            Arrays.setAll(all, i -> new MPI_Status());
            own[many] = all;
        }
        return own;
    }

    private void requireKnown(Function function, RequestsOfCall requests) {
        if (hasUnknown && requests.hasUnknown()) {
            throw refused(function.name() + " is about a request of a life that was not recorded");
        }
    }

    /** Behind the call: what it has received, made and completed. */
    private void note(Function function, Object[] given, Object[] own, RequestsOfCall requests, int code) {
        boolean isGood = code == MPI.MPI_SUCCESS;
        switch (function.treatment()) {
            case MESSAGE, COLLECTIVE -> {
                if (isGood) {
                    MPI_Status status = (MPI_Status) function.ofType("MPI_Status", own);
                    payload.add(
                            0, buffers.received(function, given), status == null ? Long.MAX_VALUE : status.byteCount());
                } else if (mayHaveFilled(code)) {
                    // A part of the memory, perhaps: which one is not known.
                    payload.add(0, buffers.received(function, given), Long.MAX_VALUE);
                }
            }
            case STARTS, PREPARES -> {
                if (isGood) {
                    operations.put(
                            RequestsOfCall.made(function, given), RequestsOfCall.operation(function, given, buffers));
                }
            }
            case STARTS_CONSTRUCTION -> {
                if (isGood) {
                    operations.put(RequestsOfCall.made(function, given), RequestsOfCall.operation(function, given));
                }
                writeCommunicator(function, given, isGood);
            }
            case CONSTRUCTS -> writeCommunicator(function, given, isGood);
            case RESTARTS -> requests.started(isGood);
            case ARRIVES -> requests.addArrived(function, own, isGood, payload);
            case COMPLETES -> requests.completed(function, own, code, payload, operations);
            case LOOKS -> requests.looked(function, own, isGood, payload);
            case GIVES_UP -> requests.givenUp(function, isGood, operations);
            default -> {
                // Nothing but outputs.
            }
        }
    }

    /** Whether an error may come behind an effect; the others say what is wrong with the arguments, before any. */
    private boolean mayHaveFilled(int code) {
        int[] errorClass = new int[1];
        below.MPI_Error_class(code, errorClass);
        return switch (errorClass[0]) {
            case MPI.MPI_ERR_TRUNCATE, MPI.MPI_ERR_OTHER, MPI.MPI_ERR_INTERN, MPI.MPI_ERR_UNKNOWN -> true;
            default -> false;
        };
    }

    private void writeCommunicator(Function function, Object[] given, boolean isGood) {
        MPI_Comm[] out = (MPI_Comm[]) function.ofType("MPI_Comm[]", given);
        Communicator made = isGood && out[0] instanceof Communicator own ? own : null;
        if (made == null) {
            head.put(false);
            return;
        }
        long context = made.isUnborn() ? arguments.nameUnborn(made) : made.contextId();
        Shapes.write(CommunicatorShape.of(made, context), head.put(true));
    }

    private void append(Function function) {
        payload.write(head);
        boolean isShort = payload.byteCount() <= Staging.BYTES;
        record.clear().putByte(Journal.CALL).put(function.number()).put(isShort ? 0 : payload.byteCount());
        record.put(head.bytes(), head.length());
        try {
            if (isShort && payload.byteCount() > 0) {
                payload.read(staging, bytes -> journal.append(record, bytes));
            } else {
                journal.append(record);
                payload.read(staging, journal::appendData);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the journal says itself what it cannot write", e);
        }
    }

    // ---- Time

    @Override
    public double MPI_Wtime() {
        return asked(super.MPI_Wtime(), TIME);
    }

    /** Stands for a function in the log of times. */
    static final int TIME = -1;

    private double asked(double answer, int number) {
        if (journal.isOpen() && Thread.currentThread() == mainThread && !isInCall) {
            journal.append(head.clear().putByte(Journal.CALL).put(number), bits(answer));
        }
        return answer;
    }

    private static ByteBuffer bits(double value) {
        return ByteBuffer.allocate(Double.BYTES).putDouble(value).flip();
    }
}
