package org.javampi.core.datatype;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sequence of basic types of one item, without its layout (MPI-1.1 §3.12), as a tree as small
 * as the type's description. It counts how many basic elements a number of bytes holds.
 */
abstract class Signature implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Short sequences in sequences become one: see {@link Plan}. */
    private static final int SHORT = 64;

    final long byteCount;
    final long elements;

    Signature(long byteCount, long elements) {
        this.byteCount = byteCount;
        this.elements = elements;
    }

    /**
     * Complete basic elements within the first {@code bytes} of an item; -1 when they end inside
     * one.
     */
    abstract long elementsIn(long bytes);

    /** One basic type. */
    static Signature basic(long bytes) {
        return new Signature(bytes, 1) {
            @Override
            long elementsIn(long available) {
                return available == 0 ? 0 : available == byteCount ? 1 : -1;
            }
        };
    }

    /** {@code count} times {@code item}. */
    static Signature repeated(long count, Signature item) {
        if (count == 1) {
            return item;
        }
        return new Signature(Math.multiplyExact(count, item.byteCount), Math.multiplyExact(count, item.elements)) {
            @Override
            long elementsIn(long available) {
                if (item.byteCount == 0) {
                    return 0;
                }
                long whole = available / item.byteCount;
                long rest = item.elementsIn(available - whole * item.byteCount);
                return rest < 0 ? -1 : whole * item.elements + rest;
            }
        };
    }

    /** {@code parts} one after the other. */
    static Signature sequence(Signature[] parts) {
        List<Signature> kept = new ArrayList<>();
        for (Signature part : parts) {
            if (part instanceof Sequence inner && kept.size() + inner.parts.length <= SHORT) {
                kept.addAll(Arrays.asList(inner.parts));
            } else if (part.elements > 0) {
                kept.add(part);
            }
        }
        return kept.size() == 1 ? kept.get(0) : Sequence.of(kept.toArray(new Signature[0]));
    }

    /** Different signatures one after the other. */
    private static final class Sequence extends Signature {
        private static final long serialVersionUID = 1L;

        private final Signature[] parts;

        private Sequence(long bytes, long elements, Signature[] parts) {
            super(bytes, elements);
            this.parts = parts;
        }

        static Sequence of(Signature[] parts) {
            long bytes = 0;
            long elements = 0;
            for (Signature part : parts) {
                bytes = Math.addExact(bytes, part.byteCount);
                elements = Math.addExact(elements, part.elements);
            }
            return new Sequence(bytes, elements, parts);
        }

        @Override
        long elementsIn(long available) {
            long left = available;
            long count = 0;
            for (Signature part : parts) {
                if (left < part.byteCount) {
                    long rest = part.elementsIn(left);
                    return rest < 0 ? -1 : count + rest;
                }
                left -= part.byteCount;
                count += part.elements;
            }
            return count;
        }
    }
}
