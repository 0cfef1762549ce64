package org.javampi.core.datatype;

import java.io.ObjectStreamException;
import java.io.Serializable;
import org.javampi.MPI;
import org.javampi.MPI_Datatype;
import org.javampi.Predefined;

/**
 * What an MPI_Datatype stands for, and for derived types the handle itself. Immutable but for
 * whether it has been committed and freed; a type in use by an operation outlives its handle.
 */
public final class Datatype extends MPI_Datatype {
    private static final long serialVersionUID = 1L;

    private final String name;

    @SuppressWarnings("serial") // this object itself, where it is written
    private final MPI_Datatype handle;

    private final Bounds bounds;
    private final long lower;
    private final long extent;
    private final Plan plan;
    private final Signature signature;
    private final int basics;
    private final boolean dense;
    private final boolean ordered;
    private final Construction construction;

    /** What the program calls it; empty until it does. */
    private volatile String label = "";

    private volatile boolean committed;
    private volatile boolean freed;

    Datatype(String name, MPI_Datatype predefined, Bounds bounds, Plan plan, Signature signature, int basics) {
        this(name, predefined, bounds, plan, signature, basics, null);
    }

    private Datatype(
            String name,
            MPI_Datatype predefined,
            Bounds bounds,
            Plan plan,
            Signature signature,
            int basics,
            Construction construction) {
        this.construction = construction;
        this.name = name;
        this.bounds = bounds;
        this.plan = plan;
        this.signature = signature;
        this.basics = basics;
        handle = predefined != null ? predefined : this;
        lower = bounds.lower();
        extent = Math.subtractExact(bounds.upper(), lower);
        dense = plan.runStart() == 0 && plan.size == extent;
        ordered = (basics & ~PredefinedDatatypes.SINGLE_BYTES) != 0;
        committed = predefined != null;
    }

    /** The same type, which knows how it was made. */
    public Datatype madeBy(Construction how) {
        return new Datatype(name, null, bounds, plan, signature, basics, how);
    }

    /** A type of its own that is equal to this one, and committed if this one is. */
    public Datatype copy() {
        Datatype copy = new Datatype(name, null, bounds, plan, signature, basics, construction);
        copy.committed = committed;
        return copy;
    }

    /** A duplicate (MPI-4.1 §5.1.10), committed if this one is. */
    public Datatype duplicate() {
        int[] none = {};
        Construction how = Construction.of(MPI.MPI_COMBINER_DUP, none, new long[0], this);
        Datatype duplicate =
                new Datatype("dup of " + DatatypeFactory.brief(this), null, bounds, plan, signature, basics, how);
        duplicate.committed = committed;
        return duplicate;
    }

    /** The same data with other bounds, which win over all markers in it (MPI-4.1 §5.1.8). */
    public Datatype resized(long lowerBound, long newExtent) {
        try {
            Bounds marked = bounds.marked(lowerBound, Math.addExact(lowerBound, newExtent));
            return new Datatype(
                    "MPI_Type_create_resized(" + DatatypeFactory.brief(this) + ")",
                    null,
                    marked,
                    plan,
                    signature,
                    basics);
        } catch (ArithmeticException e) {
            throw DatatypeFactory.overflow();
        }
    }

    /** How it was made; null of a predefined type. */
    public Construction construction() {
        return construction;
    }

    /** What the program calls it, or empty. */
    public String label() {
        return label;
    }

    /** Names it in messages; empty takes the name away. */
    public void setLabel(String newLabel) {
        label = newLabel;
    }

    /** What the program holds. */
    public MPI_Datatype handle() {
        return handle;
    }

    /** Bytes of data in one item. */
    public long size() {
        return plan.size;
    }

    /** Distance from one item to the next, in bytes; may be zero or negative. */
    public long extent() {
        return extent;
    }

    /** Displacement of the lower bound, in bytes. */
    public long lowerBound() {
        return lower;
    }

    /** Displacement of the upper bound, in bytes. */
    public long upperBound() {
        return lower + extent;
    }

    /** Displacement of the first byte of data. */
    public long trueLowerBound() {
        return bounds.trueLower();
    }

    /** Displacement behind the last byte of data. */
    public long trueUpperBound() {
        return bounds.trueUpper();
    }

    /** Where the bytes of an item lie. */
    public Plan plan() {
        return plan;
    }

    /** Whether items lie one behind the other without gaps, each from its displacement 0. */
    public boolean isDense() {
        return dense;
    }

    /** The predefined datatypes it is made of, a bit for the index of each. */
    public int basics() {
        return basics;
    }

    /** Whether any of them has more than one byte, so that the order of bytes matters. */
    public boolean isOrdered() {
        return ordered;
    }

    public boolean isPredefined() {
        return handle != this;
    }

    Bounds bounds() {
        return bounds;
    }

    Signature signature() {
        return signature;
    }

    /** Whole items in a message of so many bytes; -1 when it ends inside one. */
    public long itemsIn(long byteCount) {
        if (plan.size == 0) {
            return byteCount == 0 ? 0 : -1;
        }
        return byteCount % plan.size == 0 ? byteCount / plan.size : -1;
    }

    /** Basic elements in a message of so many bytes; -1 when it ends inside one. */
    public long elementsIn(long byteCount) {
        if (plan.size == 0) {
            return byteCount == 0 ? 0 : -1;
        }
        long items = byteCount / plan.size;
        long rest = signature.elementsIn(byteCount - items * plan.size);
        return rest < 0 ? -1 : items * signature.elements + rest;
    }

    /** Bytes of one item in external32. */
    public long externalSize() {
        return signature.externalBytes;
    }

    /** Calls {@code visitor} with each basic element of one item, in message order. */
    public void elements(ElementVisitor visitor) {
        signature.visit(visitor);
    }

    /** Bytes of the first {@code elements} basic elements of a message of such items. */
    public long bytesOf(long elements) {
        if (signature.elements == 0) {
            return 0;
        }
        long items = elements / signature.elements;
        return Math.addExact(
                Math.multiplyExact(items, plan.size), signature.bytesOf(elements - items * signature.elements));
    }

    public boolean isCommitted() {
        return committed;
    }

    public void commit() {
        committed = true;
    }

    public boolean isFreed() {
        return freed;
    }

    /** The program gives the handle up. */
    public void free() {
        freed = true;
    }

    @Override
    public String toString() {
        String given = label;
        return given.isEmpty() ? name : given;
    }

    /** A predefined type is the living one of that name wherever it is read. */
    private record PredefinedType(int index) implements Serializable {
        private Object readResolve() {
            return PredefinedDatatypes.of(index);
        }
    }

    private Object writeReplace() throws ObjectStreamException {
        return isPredefined() ? new PredefinedType(((Predefined.Datatype) handle).index) : this;
    }
}
