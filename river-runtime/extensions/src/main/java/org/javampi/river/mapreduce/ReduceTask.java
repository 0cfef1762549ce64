package org.javampi.river.mapreduce;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.UUID;

/** Reduces one part on a VM: merges its sorted segments, and holds no more of them than a piece of each. */
final class ReduceTask<K2, V2, R> {
    /** Groups of so many values are kept while they are reduced; larger ones pass by. */
    private static final int KEPT_VALUES = 10_000;

    private final Plan<?, ?, K2, V2, R> plan;
    private final int part;
    private final PriorityQueue<SegmentReader<K2, V2>> readers;

    ReduceTask(Plan<?, ?, K2, V2, R> plan, int part) {
        this.plan = plan;
        this.part = part;
        readers = new PriorityQueue<>((one, other) -> plan.order().compare(one.key(), other.key()));
    }

    /** The part's keys and results in order, or nothing when they are written to a file. */
    ArrayList<Map.Entry<K2, R>> run(List<Segment> segments) throws Exception {
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        for (Segment segment : segments) {
            if (segment.bytes(part) > 0) {
                readers.add(new SegmentReader<>(segment, part, classes));
            }
        }
        return plan.output() == null ? collect() : write(Path.of(plan.output()));
    }

    private ArrayList<Map.Entry<K2, R>> collect() throws Exception {
        ArrayList<Map.Entry<K2, R>> results = new ArrayList<>();
        while (!readers.isEmpty()) {
            Group group = new Group();
            R result = plan.reduce().reduce(group.key, group);
            group.finish();
            results.add(new SimpleImmutableEntry<>(group.key, result));
        }
        return results;
    }

    /** Under its name only when it is complete: the task may run twice, or end in the middle. */
    private ArrayList<Map.Entry<K2, R>> write(Path folder) throws Exception {
        Files.createDirectories(folder);
        String name = String.format(Locale.ROOT, "part-%05d", part);
        Path draft = folder.resolve("." + name + "." + UUID.randomUUID());
        try {
            try (BufferedWriter out = Files.newBufferedWriter(draft)) {
                while (!readers.isEmpty()) {
                    Group group = new Group();
                    R result = plan.reduce().reduce(group.key, group);
                    group.finish();
                    out.write(group.key + "\t" + result + "\n");
                }
            }
            Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        return new ArrayList<>();
    }

    /** The values of the least key. */
    private final class Group implements Iterable<V2> {
        private final K2 key = readers.peek().key();
        private final List<V2> kept = new ArrayList<>();
        private boolean complete;
        private boolean passing;

        Group() throws IOException, ClassNotFoundException {
            while (kept.size() < KEPT_VALUES && hasMore()) {
                kept.add(more());
            }
            complete = !hasMore();
        }

        private boolean hasMore() throws IOException, ClassNotFoundException {
            while (!readers.isEmpty() && plan.order().compare(readers.peek().key(), key) == 0) {
                if (readers.peek().hasValue()) {
                    return true;
                }
                SegmentReader<K2, V2> reader = readers.poll();
                reader.advance();
                if (reader.key() != null) {
                    readers.add(reader);
                }
            }
            return false;
        }

        private V2 more() throws IOException, ClassNotFoundException {
            return readers.peek().value();
        }

        @Override
        public Iterator<V2> iterator() {
            if (complete) {
                return kept.iterator();
            }
            if (passing) {
                throw new IllegalStateException("the values of key " + key + " are more than " + KEPT_VALUES
                        + ": they can be gone through once only");
            }
            passing = true;
            return new Iterator<>() {
                private int next;

                @Override
                public boolean hasNext() {
                    try {
                        return next < kept.size() || hasMore();
                    } catch (IOException | ClassNotFoundException e) {
                        throw new UncheckedIOException(new IOException("a value of " + key + " cannot be read", e));
                    }
                }

                @Override
                public V2 next() {
                    if (!hasNext()) {
                        throw new NoSuchElementException("no more values of " + key);
                    }
                    try {
                        return next < kept.size() ? kept.get(next++) : more();
                    } catch (IOException | ClassNotFoundException e) {
                        throw new UncheckedIOException(new IOException("a value of " + key + " cannot be read", e));
                    }
                }
            };
        }

        /** Passes over what the function has not looked at. */
        void finish() throws IOException, ClassNotFoundException {
            while (hasMore()) {
                more();
            }
        }
    }
}
