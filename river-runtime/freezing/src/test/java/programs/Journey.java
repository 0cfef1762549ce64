package programs;

import static org.javampi.river.message.Constraint.where;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.LongBinaryOperator;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.VirtualResource;

/** Knows nothing of freezing: receives in recursion, in loops over half-iterated collections, in lambdas, under a monitor. */
public class Journey extends VirtualResource {
    private static final Map<Object, Long> BY_IDENTITY = new HashMap<>();
    private static long calls;

    private enum Step {
        ADD,
        MIX,
        TURN
    }

    private interface Receive {
        long next() throws InterruptedException;
    }

    private final Deque<String> trace = new ArrayDeque<>();
    private final Object lock = new Object();
    private UUID driver;

    @Override
    protected void run() throws Exception {
        driver = parent();
        int rounds = (Integer) arguments().get(0);
        Random random = new Random(7);
        long sum = 0;
        List<Object> keys = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Object key = new Object();
            keys.add(key);
            BY_IDENTITY.put(key, (long) i);
        }
        for (int round = 0; round < rounds; round++) {
            Iterator<Map.Entry<Object, Long>> entries = BY_IDENTITY.entrySet().iterator();
            long local = round;
            while (entries.hasNext()) {
                Map.Entry<Object, Long> entry = entries.next();
                // Of no order: identity hash codes differ from run to run.
                LongBinaryOperator mix = (a, b) -> a + b * 31 + entry.getValue();
                local = mix.applyAsLong(local, descend(random.nextInt(4), entry.getValue()));
                entry.setValue(entry.getValue() + 1);
            }
            for (Step step : Step.values()) {
                switch (step) {
                    case ADD -> local += inLambda(this::take);
                    case MIX -> local ^= inMonitor() * 17;
                    default -> local = Long.rotateLeft(local, 3);
                }
            }
            sum = sum * 131 + local;
            if (keys.stream().anyMatch(key -> !BY_IDENTITY.containsKey(key))) {
                throw new IllegalStateException("a key is not found any more");
            }
        }
        send(driver, Map.of("done", sum, "calls", calls, "trace", trace.size()));
    }

    private long descend(int depth, long seed) throws InterruptedException {
        calls++;
        double weight = depth * 0.5;
        float[] held = {depth, seed};
        long below = depth == 0 ? take() : descend(depth - 1, seed + 1);
        return below + (long) (weight * 2) + (held[0] == depth && held[1] == seed ? 1 : 1_000);
    }

    private static long inLambda(Receive receive) throws InterruptedException {
        Receive twice = () -> receive.next() + 1;
        return twice.next();
    }

    private long inMonitor() throws InterruptedException {
        synchronized (lock) {
            return take();
        }
    }

    /** Receives a number, and says which. */
    private long take() throws InterruptedException {
        Optional<RiverMessage> none = recv(Duration.ofNanos(1), where("never").isPresent());
        RiverMessage message = recv(where("number").satisfies(Integer.class, number -> number >= 0));
        int number = message.getInt("number");
        String text = new StringBuilder("n").append(number).toString();
        trace.addLast(text);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("took", number);
        answer.put("empty", none.isEmpty());
        send(message.source(), answer);
        return number;
    }
}
