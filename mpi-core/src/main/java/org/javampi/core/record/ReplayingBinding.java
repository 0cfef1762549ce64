package org.javampi.core.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.javampi.Binding;
import org.javampi.Checkpoints;
import org.javampi.InterceptingTool;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Info;
import org.javampi.MPI_Message;
import org.javampi.MPI_Request;
import org.javampi.Predefined;
import org.javampi.checkpoint.Recording;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.binding.SavedLayer;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.CommunicatorShape;
import org.javampi.core.failure.MpiFailure;

/**
 * The binding of a rank that runs alone, {@code --replay}: calls that depend on other ranks are answered from the log.
 * What depends on this rank alone is done by the binding below.
 */
final class ReplayingBinding extends InterceptingTool implements SavedLayer {
    private static final int STATUS_DIVERGED = 1;
    private static final Block[] NO_BLOCKS = {};

    private final Binding below;
    private final RankBinding binding;
    private final Functions functions = new Functions(declarations());
    private final Operations operations = new Operations();
    private final Buffers buffers;
    private final Arguments arguments;
    private final Recording recording;
    private final int rank;
    private final long epoch;
    private final boolean marksPoints;
    private final ReplayPoints points;
    private final Encoder written = new Encoder();
    private final Staging staging = new Staging();

    /** The thread whose calls were written. */
    private volatile Thread mainThread;

    /** Null before MPI_Init and after MPI_Finalize. */
    private Cue cue;

    /** A call is under way: callbacks are answered by the binding. Of the main thread. */
    private boolean isInCall;

    /**
     * A layer.
     *
     * @param next what calls come to then
     * @param epoch the checkpoint behind which it is replayed, 0 for the program's start
     * @param marksPoints whether the program marks the points at which it was frozen
     */
    ReplayingBinding(
            Binding next, RankBinding binding, Recording recording, int rank, long epoch, boolean marksPoints) {
        below = next;
        this.binding = binding;
        this.recording = recording;
        this.rank = rank;
        this.epoch = epoch;
        this.marksPoints = marksPoints;
        buffers = new Buffers(binding, true);
        arguments = new Arguments(binding, operations);
        points = new ReplayPoints(next.checkpoints(), this::point);
        onto(next);
        binding.saveWith(this);
    }

    // ---- The rank's life

    @Override
    public void onJoined(Object earlier) {
        mainThread = Thread.currentThread();
        if (earlier instanceof LayerState saved) {
            operations.revive(saved.operations());
            arguments.revive(saved.names());
        }
        try {
            Script main = Script.after(recording, rank, epoch, functions.stamp());
            boolean isWhole = recording.life().epoch() == epoch || !marksPoints;
            if (recording.life().epoch() != epoch && marksPoints) {
                ByteBuffer first = main.peek();
                if (first != null && first.get(0) == Journal.POINT) {
                    // The checkpoint was taken there.
                    main.take();
                }
            }
            cue = new Cue(binding, rank, main, isWhole ? null : Script.beginning(recording, rank, functions.stamp()));
        } catch (IOException e) {
            throw ended("replay: rank " + rank + ": " + e.getMessage());
        }
    }

    @Override
    public Object state() {
        throw new IllegalStateException("no checkpoints are made of a rank that is replayed");
    }

    @Override
    public void onCaptured(long taken) {
        throw new IllegalStateException("no checkpoints are made of a rank that is replayed");
    }

    @Override
    public Checkpoints checkpoints() {
        return marksPoints ? points : below.checkpoints();
    }

    private RuntimeException ended(String why) {
        binding.endJob(STATUS_DIVERGED, why);
        return new IllegalStateException(why);
    }

    private ReplayOver over(ReplayOver end) {
        binding.joined().rankHost().end(end.getMessage());
        return end;
    }

    private boolean[] point() {
        if (cue == null) {
            return null;
        }
        try {
            return cue.point();
        } catch (ReplayOver end) {
            throw over(end);
        } catch (DivergedException | IOException e) {
            throw ended(e.getMessage());
        }
    }

    // ---- Calls

    @Override
    protected int onCall(int number, Object[] given, Call call) {
        Function function = functions.of(number);
        Treatment treatment = function.treatment();
        if (treatment == Treatment.LOCAL || cue == null || isAnsweredBelow(treatment)) {
            return call.with(given);
        }
        if (treatment == Treatment.GENERALIZES) {
            int code = call.with(given);
            if (code == MPI.MPI_SUCCESS) {
                operations.put(RequestsOfCall.made(function, given), Operation.generalized(function.name()));
            }
            return code;
        }
        if (Thread.currentThread() != mainThread || isInCall) {
            throw ended("replay: rank " + rank + ": " + function.name() + " is called by thread "
                    + Thread.currentThread().getName() + (isInCall ? " in a callback" : "")
                    + ", and such calls are not recorded");
        }
        return replay(function, given, call);
    }

    private boolean isAnsweredBelow(Treatment treatment) {
        return treatment == Treatment.ASKED && (Thread.currentThread() != mainThread || isInCall);
    }

    private int replay(Function function, Object[] given, Call call) {
        RequestsOfCall requests = RequestsOfCall.of(function, given, operations);
        written.clear();
        arguments.write(function, given, written);
        Cue.Answer answer = answer(
                new Cue.Asked(function, written.copy(), SentData.sum(function, given, requests, buffers, staging)));
        RecordedCall recorded = answer.call();
        boolean isGood = recorded.code() == MPI.MPI_SUCCESS;
        if (function.treatment() == Treatment.ASKED) {
            call.with(given);
        }
        Decoder rest = recorded.rest();
        Outputs.read(function, given, rest);
        setMessages(function, given, rest);
        int[] nulls = rest.getInts();
        if (function.treatment() == Treatment.CONSTRUCTS || function.treatment() == Treatment.STARTS_CONSTRUCTION) {
            setCommunicator(function, given, isGood, rest);
        }
        if (isGood && function.treatment().makesRequest()) {
            ((MPI_Request[]) function.ofType("MPI_Request[]", given))[0] = begun(function, given);
        }
        receive(function, given, requests, rest, answer);
        setNulls(requests, nulls);
        finish(function, given, call, requests, isGood);
        if (!isGood) {
            raise(function, given, requests, recorded);
        }
        return recorded.code();
    }

    private Cue.Answer answer(Cue.Asked asked) {
        try {
            return cue.answer(asked, functions);
        } catch (ReplayOver end) {
            throw over(end);
        } catch (DivergedException | IOException e) {
            throw ended(e.getMessage());
        }
    }

    private MPI_Request begun(Function function, Object[] given) {
        MPI_Request request = new ReplayedRequest();
        operations.put(
                request,
                function.treatment() == Treatment.STARTS_CONSTRUCTION
                        ? RequestsOfCall.operation(function, given)
                        : RequestsOfCall.operation(function, given, buffers));
        return request;
    }

    private static void setMessages(Function function, Object[] given, Decoder rest) {
        MPI_Message[] messages = (MPI_Message[]) function.ofType("MPI_Message[]", given);
        if (messages == null) {
            return;
        }
        switch (rest.getByte()) {
            case Outputs.NULL_MESSAGE -> messages[0] = Predefined.MESSAGE_NULL;
            case Outputs.NO_MESSAGE -> messages[0] = Predefined.MESSAGE_NO_PROC;
            case Outputs.MESSAGE -> {
                if (function.base().endsWith("probe")) {
                    messages[0] = new ReplayedMessage();
                }
            }
            default -> {
                // Nothing was found.
            }
        }
    }

    private void setCommunicator(Function function, Object[] given, boolean isGood, Decoder rest) {
        boolean isMember = rest.getBoolean();
        MPI_Comm[] out = (MPI_Comm[]) function.ofType("MPI_Comm[]", given);
        if (!isMember) {
            if (isGood) {
                out[0] = Predefined.COMM_NULL;
            }
            return;
        }
        CommunicatorShape shape = Shapes.read(rest);
        boolean isDuplicate = function.base().contains("dup");
        isInCall = true;
        try {
            Communicator made = binding.madeAgain(
                    (MPI_Comm) function.ofType("MPI_Comm", given),
                    shape,
                    isDuplicate,
                    isDuplicate ? (MPI_Info) function.ofType("MPI_Info", given) : null);
            arguments.madeAgain(made, shape.context());
            out[0] = made;
        } finally {
            isInCall = false;
        }
    }

    /** Fills the program's memory with what it has received then. */
    private void receive(Function function, Object[] given, RequestsOfCall requests, Decoder rest, Cue.Answer answer) {
        int pieces = rest.getInt();
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            int place = rest.getInt();
            long length = rest.getLong();
            long left = length;
            for (Block block : memory(function, given, requests, place)) {
                Block part = new Block();
                part.slice(block, 0, Math.min(left, block.byteCount()));
                left -= part.byteCount();
                blocks.add(part);
            }
            if (left > 0) {
                throw ended("replay: rank " + rank + ": " + function.name() + " has received " + length
                        + " bytes when it was recorded, and has room for " + (length - left) + " now");
            }
        }
        Staging.Filling filling = staging.new Filling(blocks.toArray(NO_BLOCKS));
        try {
            filling.take(rest.rest(), rest.rest().remaining());
            for (long missing = answer.call().bytesMissing(); missing > 0; ) {
                ByteBuffer data = answer.script().peek();
                data.get();
                missing -= data.remaining();
                filling.take(data, data.remaining());
                answer.script().take();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Block[] memory(Function function, Object[] given, RequestsOfCall requests, int place) {
        try {
            return switch (function.treatment()) {
                case MESSAGE, COLLECTIVE -> buffers.received(function, given);
                case ARRIVES -> {
                    Operation operation = requests.operation(place);
                    int partition = (int) function.number("partition", given);
                    yield operation == null ? NO_BLOCKS : operation.partition(operation.received, partition);
                }
                default -> {
                    Operation operation = requests.operation(place);
                    yield operation == null ? NO_BLOCKS : operation.received;
                }
            };
        } catch (MpiFailure failure) {
            throw ended("replay: rank " + rank + ": " + function.name() + ": " + failure.getMessage());
        }
    }

    private void setNulls(RequestsOfCall requests, int[] places) {
        for (int place : places) {
            Operation operation = requests.operation(place);
            if (operation != null && operation.isGeneralized()) {
                below.MPI_Wait(requests.before(place), Predefined.STATUS_IGNORE);
            }
            operations.remove(requests.before(place));
            requests.given()[place] = Predefined.REQUEST_NULL;
        }
    }

    private void finish(Function function, Object[] given, Call call, RequestsOfCall requests, boolean isGood) {
        switch (function.treatment()) {
            case GIVES_UP -> {
                if (requests.operation(0) != null && requests.operation(0).isGeneralized()) {
                    call.with(given);
                }
            }
            case FINALIZES -> {
                if (isGood) {
                    String told = cue.finished();
                    cue = null;
                    binding.leaveAlone();
                    System.err.println(told);
                }
            }
            default -> {
                // The log says it all.
            }
        }
    }

    private void raise(Function function, Object[] given, RequestsOfCall requests, RecordedCall recorded) {
        if (recorded.isThrown()) {
            throw binding.thrownAgain(recorded.handled(), recorded.errorText());
        }
        MPI_Comm comm = (MPI_Comm) function.ofType("MPI_Comm", given);
        if (comm == null && requests.count() == 1 && requests.operation(0) != null) {
            comm = requests.operation(0).comm;
        }
        isInCall = true;
        try {
            binding.raiseAgain(comm, recorded.handled(), recorded.errorText());
        } finally {
            isInCall = false;
        }
    }

    // ---- Time

    @Override
    public double MPI_Wtime() {
        if (cue == null || Thread.currentThread() != mainThread || isInCall) {
            return super.MPI_Wtime();
        }
        return answer(new Cue.Asked(null, new byte[0], 0)).call().rest().rest().getDouble();
    }
}
