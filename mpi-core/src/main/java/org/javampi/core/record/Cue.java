package org.javampi.core.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.javampi.core.binding.RankBinding;

/**
 * Finds the record that answers a call. A program that marks points begins its {@code main} anew behind a checkpoint:
 * until it has registered what was saved, its calls are those of the beginning of its first life. One thread.
 */
final class Cue {
    private final RankBinding binding;
    private final int rank;
    private final Script main;

    /** The beginning of main; null once what lies behind the checkpoint is told. */
    private Script beginning;

    /**
     * A cue.
     *
     * @param beginning null where all that is told lies in {@code main}
     */
    Cue(RankBinding binding, int rank, Script main, Script beginning) {
        this.binding = binding;
        this.rank = rank;
        this.main = main;
        this.beginning = beginning;
    }

    /** A record that has been taken, and where what belongs to it goes on. */
    record Answer(RecordedCall call, Script script) {}

    /** A call of the program: its function, null for the time, its written arguments, and the sum of what it sends. */
    record Asked(Function function, byte[] arguments, long sum) {
        private static final String TIME = "MPI_Wtime()";

        String text() {
            return function == null ? TIME : Arguments.text(function, arguments);
        }

        private int number() {
            return function == null ? RecordingBinding.TIME : function.number();
        }

        boolean fits(RecordedCall call) {
            return call.function() == number() && call.sum() == sum && Arrays.equals(call.arguments(), arguments);
        }
    }

    /**
     * Takes the record that answers a call.
     *
     * @throws DivergedException when the program has called something else then
     * @throws ReplayOver when there is none
     */
    Answer answer(Asked asked, Functions functions) throws IOException, DivergedException {
        boolean isBeginning = beginning != null && binding.awaitsRegistration();
        Script first = isBeginning ? beginning : main;
        Script second = isBeginning ? main : beginning;
        RecordedCall call = fitting(first, asked);
        if (call != null) {
            return taken(call, first);
        }
        call = second == null ? null : fitting(second, asked);
        if (call != null) {
            return taken(call, second);
        }
        ByteBuffer next = first.peek();
        if (next == null && first == beginning) {
            first = main;
            next = main.peek();
        }
        if (next == null) {
            throw over(null);
        }
        throw diverged(first, next, asked, functions);
    }

    private static RecordedCall fitting(Script script, Asked asked) throws IOException {
        ByteBuffer next = script.peek();
        if (next == null || next.get() != Journal.CALL) {
            return null;
        }
        RecordedCall call = RecordedCall.read(new Decoder(next));
        return asked.fits(call) ? call : null;
    }

    private Answer taken(RecordedCall call, Script script) throws IOException {
        script.take();
        if (script == main && beginning != null) {
            beginning.close();
            beginning = null;
        }
        return new Answer(call, script);
    }

    /** Takes the point that the program passes: whether it stood, and whether a checkpoint was taken; null for neither. */
    boolean[] point() throws IOException, DivergedException {
        ByteBuffer next = main.peek();
        if (next == null) {
            throw over(null);
        }
        if (next.get() == Journal.POINT) {
            Decoder in = new Decoder(next);
            boolean[] point = {in.getBoolean(), in.getBoolean()};
            main.take();
            return point;
        }
        if (beginning != null) {
            // The point of the checkpoint itself, which a loop passes at its head when it is entered again.
            return null;
        }
        throw diverged(main, main.peek(), null, null);
    }

    /** The end of all that is known. */
    ReplayOver over(String reason) {
        return new ReplayOver("replay: rank " + rank + " has done its " + main.calls() + " recorded calls after "
                + main.name() + through()
                + (reason == null ? "; its log ends here" : "; its job ended in the next one: " + reason));
    }

    /** MPI_Finalize has been told. */
    String finished() {
        return "replay: rank " + rank + " has done its " + main.calls() + " recorded calls after " + main.name()
                + through() + "; MPI_Finalize was the last";
    }

    private String through() {
        return main.name().equals("checkpoint " + main.epoch()) || main.epoch() == 0
                ? ""
                : ", the last ones after checkpoint " + main.epoch();
    }

    private DivergedException diverged(Script script, ByteBuffer next, Asked asked, Functions functions) {
        int kind = next.get();
        if (kind == Journal.END) {
            throw over(new Decoder(next).getText());
        }
        String now = asked == null ? "Checkpoint.here()" : asked.text();
        String where = "replay: rank " + rank + ", call " + (script.calls() + 1) + " after " + script.name() + ": ";
        if (kind == Journal.POINT) {
            return new DivergedException(where + "recorded was Checkpoint.here(), and the program now calls " + now);
        }
        RecordedCall call = RecordedCall.read(new Decoder(next));
        if (call.function() == RecordingBinding.TIME || asked == null) {
            String recorded = call.function() == RecordingBinding.TIME ? Asked.TIME : "another call";
            return new DivergedException(where + "recorded was " + recorded + ", and the program now calls " + now);
        }
        Function function = functions.of(call.function());
        String recorded = Arguments.text(function, call.arguments());
        if (asked.function() != function) {
            return new DivergedException(where + "recorded was " + recorded + ", and the program now calls " + now);
        }
        return new DivergedException(where
                + now
                + (Arrays.equals(call.arguments(), asked.arguments())
                        ? " sends other data than it did when it was recorded"
                        : " was called otherwise when it was recorded: "
                                + Arguments.difference(function, call.arguments(), asked.arguments())));
    }
}
