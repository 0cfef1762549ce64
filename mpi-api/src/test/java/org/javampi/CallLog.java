package org.javampi;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a recording binding has been asked, and what it shall answer. One thread at a time. */
public final class CallLog {
    /** One call that arrived: C's name and the arguments of the C form. */
    public record Call(String function, List<Object> arguments) {}

    /** What the clock functions answer. */
    public static final double SECONDS = 0.25;

    final List<Call> calls = new ArrayList<>();
    int answer;
    Consumer<Call> effect = call -> {};

    /** Notes a call, lets it have its effect, and returns the answer. */
    public int onCall(String function, Object... arguments) {
        List<Object> copy = new ArrayList<>(arguments.length);
        for (Object argument : arguments) {
            copy.add(argument);
        }
        Call call = new Call(function, copy);
        calls.add(call);
        effect.accept(call);
        return answer;
    }

    /** As {@link #onCall}, for MPI_Wtime and MPI_Wtick. */
    public double onClock(String function, Object... arguments) {
        onCall(function, arguments);
        return SECONDS;
    }

    List<String> functions() {
        return calls.stream().map(Call::function).toList();
    }
}
