package org.javampi.river.mapreduce;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.javampi.river.farm.Ended;
import org.javampi.river.farm.Farm;
import org.javampi.river.farm.FarmFunction;
import org.javampi.river.farm.Outcome;
import org.javampi.river.farm.Policy;
import org.javampi.river.farm.TaskFailure;
import org.javampi.river.farm.Work;
import org.javampi.river.farm.Worker;
import org.javampi.river.trickle.Trickle;

/**
 * Maps items to pairs of a key and a value, and reduces all values of each key to a result.
 *
 * <pre>{@code
 * Map<String, Long> counts = MapReduce.<String, String, String, Long, Long>on(trickle)
 *         .input(Path.of("books"))
 *         .map((path, line, out) -> { for (String word : line.split("\\W+")) out.accept(word, 1L); })
 *         .combine((word, ones) -> sum(ones))
 *         .reduce((word, ones) -> sum(ones))
 *         .run();
 * }</pre>
 *
 * <p>Memory is bounded on each VM: pairs beyond an eighth of its heap go to disk, and reducing holds a piece of each
 * segment. When a VM dies its maps are run again; slow tasks at the end are run twice, and the first result counts.
 */
public class MapReduce<K1, V1, K2, V2, R> {
    /** Each round follows a death of a VM; so many deaths in a row have another reason. */
    private static final int MOST_ROUNDS = 20;

    private final Farm farm;
    private Collection<V1> items;
    private List<Path> paths = List.of();
    private MapFunction<K1, V1, K2, V2> map;
    private ReduceFunction<K2, V2, V2> combine;
    private PartitionFunction<K2> partition;
    private ReduceFunction<K2, V2, R> reduce;
    private Comparator<? super K2> comparator;
    private Path output;
    private int parts;
    private int chunk;

    private MapReduce(Farm farm) {
        this.farm = farm;
    }

    /** A run on the VMs of a Trickle. */
    public static <K1, V1, K2, V2, R> MapReduce<K1, V1, K2, V2, R> on(Trickle t) {
        return new MapReduce<>(t.farm());
    }

    /** The items of a collection; keys are their positions, {@code Long}s. */
    public MapReduce<K1, V1, K2, V2, R> input(Collection<V1> c) {
        items = c;
        return this;
    }

    /** The lines of files, and of all files in folders; keys are paths, {@code String}s. Each VM must see the files. */
    public MapReduce<K1, V1, K2, V2, R> input(Path... p) {
        paths = List.of(p);
        return this;
    }

    /** How many items of a collection one map task gets; at first a quarter of each VM's share. */
    public MapReduce<K1, V1, K2, V2, R> chunk(int n) {
        chunk = n;
        return this;
    }

    /** What makes pairs. */
    public MapReduce<K1, V1, K2, V2, R> map(MapFunction<K1, V1, K2, V2> f) {
        map = f;
        return this;
    }

    /** What makes one value of some of a key's values, before they travel; may be called any number of times. */
    public MapReduce<K1, V1, K2, V2, R> combine(ReduceFunction<K2, V2, V2> f) {
        combine = f;
        return this;
    }

    /** Which part each key belongs to; at first by its hash code. */
    public MapReduce<K1, V1, K2, V2, R> partition(PartitionFunction<K2> f) {
        partition = f;
        return this;
    }

    /** How many parts there are; at first as many as VMs. */
    public MapReduce<K1, V1, K2, V2, R> parts(int n) {
        parts = n;
        return this;
    }

    /** What makes a key's result. */
    public MapReduce<K1, V1, K2, V2, R> reduce(ReduceFunction<K2, V2, R> f) {
        reduce = f;
        return this;
    }

    /** The order of keys; at first their own. For {@link #output} it must be serializable. */
    public MapReduce<K1, V1, K2, V2, R> sortedBy(Comparator<? super K2> c) {
        comparator = c;
        return this;
    }

    /** Writes each part's keys and results to a file {@code part-00000} there, a line each, instead of returning them. */
    public MapReduce<K1, V1, K2, V2, R> output(Path dir) {
        output = dir;
        return this;
    }

    /**
     * Runs it.
     *
     * @return keys and results in the order of the keys; empty when they are written to files
     * @throws MapReduceException when a function has thrown, or all VMs have died
     * @throws UncheckedIOException when the input cannot be read
     */
    public Map<K2, R> run() {
        if (map == null || reduce == null || items == null && paths.isEmpty()) {
            throw new IllegalStateException("a MapReduce needs input(...), map(...) and reduce(...): "
                    + (map == null ? "map" : reduce == null ? "reduce" : "input") + " is missing");
        }
        int vms = farm.workers().size();
        Plan<K1, V1, K2, V2, R> plan = new Plan<>(
                UUID.randomUUID().toString(),
                map,
                combine,
                partition,
                reduce,
                new KeyOrder<>(output == null ? null : comparator),
                parts > 0 ? parts : Math.max(1, vms),
                output == null ? null : output.toAbsolutePath().toString());
        try {
            return new Run(plan, splits(vms)).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a MapReduce ran", e);
        }
    }

    private List<Split> splits(int vms) {
        try {
            return items != null ? Split.of(items, chunk, vms) : Split.of(paths, vms);
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** One run: rounds of maps whose segments are missing, and reductions that have not been done. */
    private final class Run {
        private final Plan<K1, V1, K2, V2, R> plan;
        private final List<Split> splits;

        /** What each split has become, and what each part; null at first. */
        private final List<List<Segment>> segments;

        private final List<List<Map.Entry<K2, R>>> results;
        private final Progress progress;

        Run(Plan<K1, V1, K2, V2, R> plan, List<Split> splits) {
            this.plan = plan;
            this.splits = splits;
            segments = new ArrayList<>(Collections.nCopies(splits.size(), null));
            results = new ArrayList<>(Collections.nCopies(plan.parts(), null));
            progress = new Progress(splits.size(), plan.parts());
        }

        Map<K2, R> run() throws InterruptedException {
            try {
                for (int round = 1; results.contains(null); round++) {
                    if (round > MOST_ROUNDS) {
                        throw new MapReduceException(
                                "VMs have died in " + MOST_ROUNDS + " rounds: see what they print", null);
                    }
                    mapMissing();
                    reduceMissing();
                }
            } finally {
                progress.end();
                drop();
            }
            return merged();
        }

        private void mapMissing() throws InterruptedException {
            Set<UUID> alive = new HashSet<>();
            for (Worker worker : farm.workers()) {
                alive.add(worker.resource());
            }
            for (int i = 0; i < splits.size(); i++) {
                if (segments.get(i) != null
                        && !segments.get(i).stream().allMatch(segment -> alive.contains(segment.worker()))) {
                    segments.set(i, null);
                    progress.onMapped(-1);
                }
            }
            int[] missing = missing(segments);
            Plan<K1, V1, K2, V2, R> own = plan;
            FarmFunction<Split, ArrayList<Segment>> function = split -> new MapTask<>(own).run(split);
            perform("map", missing, splits::get, function, map.getClass(), outcome -> {
                segments.set(missing[outcome.index()], outcome.value());
                progress.onMapped(1);
            });
        }

        private void reduceMissing() throws InterruptedException {
            int[] missing = missing(results);
            ArrayList<Segment> all = new ArrayList<>();
            segments.forEach(all::addAll);
            Plan<K1, V1, K2, V2, R> own = plan;
            FarmFunction<Integer, ArrayList<Map.Entry<K2, R>>> function = part -> new ReduceTask<>(own, part).run(all);
            perform("reduce", missing, part -> part, function, reduce.getClass(), outcome -> {
                results.set(missing[outcome.index()], outcome.value());
                progress.onReduced();
            });
        }

        private int[] missing(List<?> done) {
            return IntStream.range(0, done.size())
                    .filter(i -> done.get(i) == null)
                    .toArray();
        }

        /** Performs tasks; what fails because a segment is gone is left for the next round. */
        private <A, B> void perform(
                String name,
                int[] which,
                IntFunction<A> argument,
                FarmFunction<A, B> function,
                Class<?> origin,
                Consumer<Outcome<B>> onResult)
                throws InterruptedException {
            List<TaskFailure> failures = new ArrayList<>();
            Work<A, B> work = new Work<>(
                    name,
                    which.length,
                    i -> argument.apply(which[i]),
                    function,
                    origin,
                    Policy.standard().withSpeculation(),
                    outcome -> {
                        if (outcome.ended() == Ended.OK) {
                            onResult.accept(outcome);
                        } else if (!isLostSegment(outcome.failure())) {
                            failures.add(outcome.failure());
                        }
                    });
            farm.submit(work);
            try {
                work.await();
            } finally {
                farm.cancel(work);
            }
            if (!failures.isEmpty()) {
                TaskFailure first = failures.get(0);
                throw new MapReduceException(
                        (failures.size() == 1
                                        ? "1 task has failed: "
                                        : failures.size() + " tasks have failed, the first one: ")
                                + first.getMessage(),
                        first.getCause() == null ? first : first.getCause());
            }
        }

        private void drop() throws InterruptedException {
            List<Worker> workers = farm.workers();
            if (workers.isEmpty()) {
                return;
            }
            FarmFunction<String, Boolean> drop = job -> {
                SegmentStore.here().drop(job);
                return true;
            };
            String job = plan.job();
            Work<String, Boolean> work = new Work<>(
                    "the end of a MapReduce",
                    workers.size(),
                    i -> job,
                    drop,
                    MapReduce.class,
                    Policy.standard().once(),
                    outcome -> {
                        // What cannot be dropped is gone with its VM.
                    });
            farm.submit(work.on(workers, false));
            work.await();
        }

        private Map<K2, R> merged() {
            List<Map.Entry<K2, R>> all = new ArrayList<>();
            results.forEach(all::addAll);
            // Here, so that the comparator need not travel.
            Comparator<K2> order = new KeyOrder<>(comparator);
            all.sort((one, other) -> order.compare(one.getKey(), other.getKey()));
            Map<K2, R> ordered = new LinkedHashMap<>();
            all.forEach(entry -> ordered.put(entry.getKey(), entry.getValue()));
            return ordered;
        }
    }

    private static boolean isLostSegment(TaskFailure failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof LostSegmentException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
