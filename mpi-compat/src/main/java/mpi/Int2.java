package mpi;

/** A value and its index, laid out as in C: what {@link MPI#MAXLOC} and {@link MPI#MINLOC} work on. */
public final class Int2 extends Struct {
    private final int value;
    private final int index;

    Int2() {
        value = addInt();
        index = setOffset(4).addInt();
    }

    @Override
    public Datatype getType() {
        return MPI.INT2;
    }

    @Override
    protected Data newData() {
        return new Data();
    }

    /** One pair in a buffer. */
    public final class Data extends Struct.Data {
        private Data() {}

        /** The value. */
        public int getValue() {
            return getInt(value);
        }

        /** The index. */
        public int getIndex() {
            return getInt(index);
        }

        /** Replaces the value. */
        public void putValue(int v) {
            putInt(value, v);
        }

        /** Replaces the index. */
        public void putIndex(int v) {
            putInt(index, v);
        }
    }
}
