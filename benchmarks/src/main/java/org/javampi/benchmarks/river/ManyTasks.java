package org.javampi.benchmarks.river;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.javampi.river.trickle.Trickle;

/**
 * What a small task costs: many of them on VMs, beside as many on plain threads, with a check of their sum. Arguments:
 * number of tasks, number of VMs and threads. VMs get as much heap as this program has: {@code -Xmx256m} bounds both.
 */
public final class ManyTasks {
    private static final int WARM = 20_000;

    private ManyTasks() {}

    /** Prints microseconds for a task of each kind. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        int tasks = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int workers = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        List<Integer> items = IntStream.range(0, tasks).boxed().toList();
        try (Trickle trickle = Trickle.connect(workers)) {
            onVms(trickle, items.subList(0, Math.min(WARM, tasks)));
            print("on " + workers + " VMs", tasks, onVms(trickle, items));
        }
        onThreads(workers, items.subList(0, Math.min(WARM, tasks)));
        print("on " + workers + " plain threads", tasks, onThreads(workers, items));
        System.out.println(
                "heap of this program: at most " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
    }

    private static void print(String where, int tasks, long ns) {
        System.out.println(String.format(
                Locale.ROOT, "%d tasks %s: %.1f s, %.2f us each", tasks, where, ns / 1e9, ns / 1e3 / tasks));
    }

    private static long onVms(Trickle trickle, List<Integer> items) {
        long startNs = System.nanoTime();
        AtomicLong sum = new AtomicLong();
        trickle.forkWorkStream((List<Integer> part) -> part.get(0) + 1, items, 1)
                .forEach(sum::addAndGet);
        check(items.size(), sum.get());
        return System.nanoTime() - startNs;
    }

    private static long onThreads(int threads, List<Integer> items) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            long startNs = System.nanoTime();
            List<Future<Integer>> results =
                    items.stream().map(item -> pool.submit(() -> item + 1)).toList();
            long sum = 0;
            for (Future<Integer> result : results) {
                sum += result.get();
            }
            check(items.size(), sum);
            return System.nanoTime() - startNs;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void check(long count, long sum) {
        long expected = count * (count + 1) / 2;
        if (sum != expected) {
            throw new IllegalStateException("the sum of " + count + " results is " + sum + ", not " + expected);
        }
    }
}
