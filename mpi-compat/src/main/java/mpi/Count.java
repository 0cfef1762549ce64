package mpi;

/** A number of elements that may not fit into an int. */
public final class Count implements Comparable<Object> {
    private long count;

    /** Counts {@code value} elements. */
    public Count(long value) {
        count = value;
    }

    /** The number. */
    public long getCount() {
        return count;
    }

    /** Replaces the number. */
    public void setCount(long value) {
        count = value;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof Count && ((Count) obj).count == count;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(count);
    }

    @Override
    public int compareTo(Object obj) {
        return Long.compare(count, ((Count) obj).count);
    }

    @Override
    public String toString() {
        return Long.toString(count);
    }
}
