package mpi;

/** A value and its index, laid out as in C: what {@link MPI#MAXLOC} and {@link MPI#MINLOC} work on. */
public final class LongInt extends Struct {
    private final int value;
    private final int index;

    LongInt() {
        value = addLong();
        index = setOffset(8).addInt();
    }

    @Override
    public Datatype getType() {
        return MPI.LONG_INT;
    }

    @Override
    protected Data newData() {
        return new Data();
    }

    /** One pair in a buffer. */
    public final class Data extends Struct.Data {
        private Data() {}

        /** The value. */
        public long getValue() {
            return getLong(value);
        }

        /** The index. */
        public int getIndex() {
            return getInt(index);
        }

        /** Replaces the value. */
        public void putValue(long v) {
            putLong(value, v);
        }

        /** Replaces the index. */
        public void putIndex(int v) {
            putInt(index, v);
        }
    }
}
