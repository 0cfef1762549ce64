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

    /** Bytes in external32. */
    final long externalBytes;

    Signature(long byteCount, long elements, long externalBytes) {
        this.byteCount = byteCount;
        this.elements = elements;
        this.externalBytes = externalBytes;
    }

    /**
     * Complete basic elements within the first {@code bytes} of an item; -1 when they end inside
     * one.
     */
    abstract long elementsIn(long bytes);

    /** Bytes of the first {@code count} elements of an item, 0 to all of them. */
    abstract long bytesOf(long count);

    /** Calls {@code visitor} with each basic element of an item, in message order. */
    abstract void visit(ElementVisitor visitor);

    /** One basic type. */
    static Signature basic(ElementKind kind) {
        return new Signature(kind.bytes(), 1, kind.externalBytes()) {
            @Override
            long bytesOf(long count) {
                return count * byteCount;
            }

            @Override
            void visit(ElementVisitor visitor) {
                visitor.element(kind);
            }

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
        return new Signature(
                Math.multiplyExact(count, item.byteCount),
                Math.multiplyExact(count, item.elements),
                Math.multiplyExact(count, item.externalBytes)) {
            @Override
            long bytesOf(long elementCount) {
                if (item.elements == 0) {
                    return 0;
                }
                long whole = elementCount / item.elements;
                return whole * item.byteCount + item.bytesOf(elementCount - whole * item.elements);
            }

            @Override
            void visit(ElementVisitor visitor) {
                for (long i = 0; i < count; i++) {
                    item.visit(visitor);
                }
            }

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

        private Sequence(long bytes, long elements, long externalBytes, Signature[] parts) {
            super(bytes, elements, externalBytes);
            this.parts = parts;
        }

        static Sequence of(Signature[] parts) {
            long bytes = 0;
            long elements = 0;
            long external = 0;
            for (Signature part : parts) {
                bytes = Math.addExact(bytes, part.byteCount);
                elements = Math.addExact(elements, part.elements);
                external = Math.addExact(external, part.externalBytes);
            }
            return new Sequence(bytes, elements, external, parts);
        }

        @Override
        long bytesOf(long elementCount) {
            long left = elementCount;
            long total = 0;
            for (Signature part : parts) {
                long here = Math.min(left, part.elements);
                total += part.bytesOf(here);
                left -= here;
            }
            return total;
        }

        @Override
        void visit(ElementVisitor visitor) {
            for (Signature part : parts) {
                part.visit(visitor);
            }
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
