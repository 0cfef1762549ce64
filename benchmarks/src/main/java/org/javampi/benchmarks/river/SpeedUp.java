package org.javampi.benchmarks.river;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.javampi.river.trickle.Trickle;

/** The same work on one VM and on two. Arguments: number of tasks, millions of steps of each. */
public final class SpeedUp {
    private SpeedUp() {}

    /** Prints both times and their ratio. */
    public static void main(String[] args) {
        int tasks = args.length > 0 ? Integer.parseInt(args[0]) : 200;
        long steps = (args.length > 1 ? Long.parseLong(args[1]) : 20) * 1_000_000;
        double one = seconds(1, tasks, steps);
        double two = seconds(2, tasks, steps);
        System.out.println(String.format(
                Locale.ROOT, "%d tasks: %.2f s on 1 VM, %.2f s on 2, speed-up %.2f", tasks, one, two, one / two));
    }

    private static double seconds(int vms, int tasks, long steps) {
        try (Trickle trickle = Trickle.connect(vms)) {
            List<Long> items = Collections.nCopies(tasks, steps);
            trickle.forkWork((List<Long> part) -> spin(part.get(0)), items.subList(0, Math.min(tasks, 2 * vms)), 1);
            long startNs = System.nanoTime();
            trickle.forkWork((List<Long> part) -> spin(part.get(0)), items, 1);
            return (System.nanoTime() - startNs) / 1e9;
        }
    }

    private static long spin(long steps) {
        long x = steps;
        for (long i = 0; i < steps; i++) {
            x = x * 6364136223846793005L + 1442695040888963407L;
        }
        return x;
    }
}
