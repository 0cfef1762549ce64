package org.javampi.river.mapreduce;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.javampi.river.farm.ObjectBytes;

/** Runs one map on a VM: gathers its pairs by key, combines them, and writes them out sorted whenever memory is full. */
final class MapTask<K1, V1, K2, V2> {
    /** So many values of a key are combined to one. */
    private static final int COMBINED = 64;

    private static final int SHARE_OF_HEAP = 8;

    /** Estimates of what an object takes besides its own bytes. */
    private static final int OBJECT_BYTES = 48;

    private static final int ENTRY_BYTES = 120;

    /** Every so many objects of unknown kind one is measured. */
    private static final int SAMPLE = 256;

    /** A stream of objects remembers all that it has written until it is reset. */
    static final int RESET_AFTER = 512;

    private static final int BUFFER_BYTES = 1 << 16;

    private final Plan<K1, V1, K2, V2, ?> plan;
    private final SegmentStore store = SegmentStore.here();
    private final long limitBytes = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
    private final List<Segment> segments = new ArrayList<>();
    private Map<K2, List<V2>> pairs = new HashMap<>();
    private long bytes;
    private int unknown;
    private long sampleBytes = OBJECT_BYTES;

    MapTask(Plan<K1, V1, K2, V2, ?> plan) {
        this.plan = plan;
    }

    @SuppressWarnings("unchecked") // the input's own types
    ArrayList<Segment> run(Split split) throws Exception {
        split.forEach((key, value) -> plan.map().map((K1) key, (V1) value, this::emit));
        if (!pairs.isEmpty()) {
            spill();
        }
        return new ArrayList<>(segments);
    }

    private void emit(K2 key, V2 value) {
        if (key == null) {
            throw new IllegalArgumentException("map has emitted a null key");
        }
        List<V2> values = pairs.get(key);
        if (values == null) {
            values = new ArrayList<>(2);
            pairs.put(key, values);
            bytes += ENTRY_BYTES + sizeOf(key);
        }
        values.add(value);
        bytes += sizeOf(value);
        try {
            if (plan.combine() != null && values.size() == COMBINED) {
                combine(key, values);
            }
            if (bytes > limitBytes) {
                spill();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("what the map has made cannot be kept: " + e.getMessage(), e);
        }
    }

    private void combine(K2 key, List<V2> values) {
        long before = 0;
        for (V2 value : values) {
            before += sizeOf(value);
        }
        V2 one = combined(key, values);
        values.clear();
        values.add(one);
        bytes += sizeOf(one) - before;
    }

    private V2 combined(K2 key, List<V2> values) {
        try {
            return plan.combine().reduce(key, values);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("combine of key " + key + " has failed: " + e, e);
        }
    }

    private long sizeOf(Object object) {
        if (object instanceof String text) {
            return OBJECT_BYTES + text.length();
        }
        if (object == null || object instanceof Number || object instanceof Boolean || object instanceof Character) {
            return OBJECT_BYTES / 2;
        }
        if (object instanceof byte[] array) {
            return OBJECT_BYTES + array.length;
        }
        if (unknown++ % SAMPLE == 0) {
            sampleBytes = OBJECT_BYTES + 2L * ObjectBytes.of(object, "what map has emitted").length;
        }
        return sampleBytes;
    }

    private void spill() throws IOException {
        List<List<Map.Entry<K2, List<V2>>>> parts = new ArrayList<>();
        for (int i = 0; i < plan.parts(); i++) {
            parts.add(new ArrayList<>());
        }
        for (Map.Entry<K2, List<V2>> entry : pairs.entrySet()) {
            parts.get(plan.partOf(entry.getKey())).add(entry);
        }
        pairs = new HashMap<>();
        bytes = 0;
        SegmentStore.Draft draft = store.new Draft(plan.job());
        long[] starts = new long[plan.parts() + 1];
        for (int part = 0; part < plan.parts(); part++) {
            List<Map.Entry<K2, List<V2>>> entries = parts.get(part);
            entries.sort((one, other) -> plan.order().compare(one.getKey(), other.getKey()));
            if (!entries.isEmpty()) {
                write(entries, draft);
            }
            starts[part + 1] = draft.count();
        }
        segments.add(new Segment(store.worker(), draft.keep(), starts));
    }

    private void write(List<Map.Entry<K2, List<V2>>> entries, SegmentStore.Draft draft) throws IOException {
        ObjectOutputStream out = new ObjectOutputStream(new BufferedOutputStream(draft, BUFFER_BYTES));
        int written = 0;
        for (Map.Entry<K2, List<V2>> entry : entries) {
            List<V2> values = entry.getValue();
            if (plan.combine() != null && values.size() > 1) {
                values = List.of(combined(entry.getKey(), values));
            }
            out.writeBoolean(true);
            out.writeObject(entry.getKey());
            out.writeInt(values.size());
            for (V2 value : values) {
                out.writeObject(value);
                written++;
                if (written % RESET_AFTER == 0) {
                    out.reset();
                }
            }
        }
        out.writeBoolean(false);
        out.flush();
    }
}
