package org.javampi.core.datatype;

import java.io.Serializable;
import java.util.Arrays;
import org.javampi.core.memory.Memory;
import org.javampi.core.spi.transport.Region;

/**
 * Where the packed bytes of one item lie, in message order: a tree of runs, repetitions and
 * sequences that is as small as the type's description, whatever the number of its entries. It is
 * built once, with adjacent runs merged, and can begin and stop at any byte: each node finds a
 * position by a division or a binary search.
 */
public abstract class Plan implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Packed bytes. */
    final long size;

    Plan(long size) {
        this.size = size;
    }

    /**
     * Copies packed bytes {@code position .. position + length - 1} between the memory and a
     * region.
     *
     * @param out true from memory to region
     * @param origin address of the item's displacement 0
     */
    public abstract void transfer(
            boolean out, Memory memory, Object base, long origin, long position, Region region, int index, int length);

    /**
     * Calls {@code visitor} with each contiguous run of an item at {@code origin}, in message
     * order.
     */
    public abstract void visit(long origin, RunVisitor visitor);

    /** Receives contiguous runs. */
    @FunctionalInterface
    public interface RunVisitor {
        /** Bytes {@code address .. address + byteCount - 1}. */
        void run(long address, long byteCount);
    }

    /** The displacement of a plan that is one run, or Long.MIN_VALUE. */
    long runStart() {
        return Long.MIN_VALUE;
    }

    static final Plan EMPTY = new Run(0, 0);

    /** One run of bytes. */
    static final class Run extends Plan {
        private static final long serialVersionUID = 1L;

        private final long displacement;

        Run(long displacement, long size) {
            super(size);
            this.displacement = displacement;
        }

        @Override
        public void transfer(
                boolean out,
                Memory memory,
                Object base,
                long origin,
                long position,
                Region region,
                int index,
                int length) {
            if (out) {
                memory.store(base, origin + displacement + position, region, index, length);
            } else {
                memory.load(base, origin + displacement + position, region, index, length);
            }
        }

        @Override
        public void visit(long origin, RunVisitor visitor) {
            if (size > 0) {
                visitor.run(origin + displacement, size);
            }
        }

        @Override
        long runStart() {
            return displacement;
        }
    }

    /** Copies of a plan at equal distances. */
    static final class Repetition extends Plan {
        private static final long serialVersionUID = 1L;

        private final long count;
        private final long stride;
        private final long first;
        private final Plan item;

        private Repetition(long count, long first, long stride, Plan item) {
            super(Math.multiplyExact(count, item.size));
            this.count = count;
            this.first = first;
            this.stride = stride;
            this.item = item;
        }

        /** {@code count} copies of {@code item}, the first moved by {@code first} bytes. */
        static Plan of(long count, long first, long stride, Plan item) {
            if (count == 0 || item.size == 0) {
                return EMPTY;
            }
            long start = item.runStart();
            if (start != Long.MIN_VALUE && (count == 1 || stride == item.size)) {
                return new Run(Math.addExact(first, start), Math.multiplyExact(count, item.size));
            }
            if (count > 1) {
                return new Repetition(count, first, stride, item);
            }
            return first == 0 ? item : moved(first, item);
        }

        /** A type in a type in a type is no deeper than its data make it. */
        private static Plan moved(long first, Plan item) {
            if (item instanceof Repetition inner) {
                return new Repetition(inner.count, Math.addExact(first, inner.first), inner.stride, inner.item);
            }
            return new Repetition(1, first, 0, item);
        }

        @Override
        public void transfer(
                boolean out,
                Memory memory,
                Object base,
                long origin,
                long position,
                Region region,
                int index,
                int length) {
            long copy = position / item.size;
            long inside = position - copy * item.size;
            long at = origin + first + copy * stride;
            int done = 0;
            while (done < length) {
                int n = (int) Math.min(item.size - inside, length - done);
                item.transfer(out, memory, base, at, inside, region, index + done, n);
                done += n;
                inside = 0;
                at += stride;
            }
        }

        @Override
        public void visit(long origin, RunVisitor visitor) {
            for (long copy = 0; copy < count; copy++) {
                item.visit(origin + first + copy * stride, visitor);
            }
        }
    }

    /** Different plans one after the other. */
    static final class Sequence extends Plan {
        private static final long serialVersionUID = 1L;

        private final long[] displacements;
        private final Plan[] parts;

        /** Packed position at which each part begins. */
        private final long[] starts;

        private Sequence(long[] displacements, Plan[] parts, long[] starts, long size) {
            super(size);
            this.displacements = displacements;
            this.parts = parts;
            this.starts = starts;
        }

        /** {@code parts}, each moved by its displacement; neighbours that touch are merged. */
        static Plan of(long[] displacements, Plan[] parts) {
            Builder builder = new Builder(parts.length);
            for (int i = 0; i < parts.length; i++) {
                builder.add(displacements[i], parts[i]);
            }
            return builder.count == 0 ? EMPTY : of(builder.count, builder.displacements, builder.parts);
        }

        /** Collects parts. */
        private static final class Builder {
            /**
             * Short sequences in sequences become one: types that are nested thousands of times, each
             * with one entry more, stay shallow.
             */
            private static final int SHORT = 64;

            private long[] displacements;
            private Plan[] parts;
            private int count;

            Builder(int expected) {
                displacements = new long[expected];
                parts = new Plan[expected];
            }

            void add(long displacement, Plan part) {
                if (part.size == 0) {
                    return;
                }
                long start = part.runStart();
                if (start != Long.MIN_VALUE) {
                    addRun(Math.addExact(displacement, start), part.size);
                } else if (part instanceof Sequence inner && count + inner.parts.length <= SHORT) {
                    for (int i = 0; i < inner.parts.length; i++) {
                        add(Math.addExact(displacement, inner.displacements[i]), inner.parts[i]);
                    }
                } else {
                    append(displacement, part);
                }
            }

            private void addRun(long start, long size) {
                Plan before = count == 0 ? null : parts[count - 1];
                if (before != null && before.runStart() != Long.MIN_VALUE && before.runStart() + before.size == start) {
                    parts[count - 1] = new Run(before.runStart(), before.size + size);
                } else {
                    append(0, new Run(start, size));
                }
            }

            private void append(long displacement, Plan part) {
                if (count == parts.length) {
                    parts = Arrays.copyOf(parts, 2 * count + 1);
                    displacements = Arrays.copyOf(displacements, 2 * count + 1);
                }
                displacements[count] = displacement;
                parts[count++] = part;
            }
        }

        private static Plan of(int n, long[] displacements, Plan[] parts) {
            if (n == 1) {
                return Repetition.of(1, displacements[0], 0, parts[0]);
            }
            long[] starts = new long[n];
            long size = 0;
            for (int i = 0; i < n; i++) {
                starts[i] = size;
                size = Math.addExact(size, parts[i].size);
            }
            return new Sequence(Arrays.copyOf(displacements, n), Arrays.copyOf(parts, n), starts, size);
        }

        @Override
        public void transfer(
                boolean out,
                Memory memory,
                Object base,
                long origin,
                long position,
                Region region,
                int index,
                int length) {
            int part = find(position);
            long inside = position - starts[part];
            int done = 0;
            while (done < length) {
                Plan plan = parts[part];
                int n = (int) Math.min(plan.size - inside, length - done);
                long at = origin + displacements[part];
                plan.transfer(out, memory, base, at, inside, region, index + done, n);
                done += n;
                inside = 0;
                part++;
            }
        }

        private int find(long position) {
            int found = Arrays.binarySearch(starts, position);
            return found >= 0 ? found : -found - 2;
        }

        @Override
        public void visit(long origin, RunVisitor visitor) {
            for (int i = 0; i < parts.length; i++) {
                parts[i].visit(origin + displacements[i], visitor);
            }
        }
    }
}
