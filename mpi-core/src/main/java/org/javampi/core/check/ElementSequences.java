package org.javampi.core.check;

import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.javampi.MPI_Datatype;
import org.javampi.Predefined;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.datatype.ElementKind;
import org.javampi.core.failure.MpiFailure;

/** The sequences of a rank's datatypes, each worked out once. Any thread. */
final class ElementSequences {
    /** Of one item. Types are compared as handles are. */
    private final Map<Datatype, ElementSequence> items = Collections.synchronizedMap(new WeakHashMap<>());

    /** Of {@code count} items; null where the arguments are wrong, or the type is MPI_PACKED, which fits all. */
    ElementSequence of(long count, MPI_Datatype handle) {
        if (count < 0 || handle == Predefined.PACKED) {
            return null;
        }
        try {
            return item(Datatypes.communicable(handle)).times(count);
        } catch (MpiFailure failure) {
            return null;
        }
    }

    /** The first {@code wanted} elements of a message of such items. */
    ElementSequence prefix(MPI_Datatype handle, long wanted) {
        Datatype type = Datatypes.of(handle);
        ElementSequence item = item(type);
        if (item.elements() == 0 || wanted == 0) {
            return ElementSequence.EMPTY;
        }
        ElementSequence whole = item.times(wanted / item.elements());
        long rest = wanted % item.elements();
        return rest == 0 ? whole : whole.then(partOf(type, rest));
    }

    private ElementSequence item(Datatype type) {
        return items.computeIfAbsent(type, key -> partOf(key, Long.MAX_VALUE));
    }

    private static ElementSequence partOf(Datatype type, long most) {
        Part part = new Part(most);
        type.elements(part::add);
        return part.sequence;
    }

    /** The first elements of an item. */
    private static final class Part {
        private final long most;
        private ElementSequence sequence = ElementSequence.EMPTY;

        Part(long most) {
            this.most = most;
        }

        void add(ElementKind kind) {
            if (sequence.elements() < most) {
                sequence = sequence.then(kind.ordinal());
            }
        }
    }
}
