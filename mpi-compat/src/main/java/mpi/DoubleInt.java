package mpi;

/** A value and its index, laid out as in C: what {@link MPI#MAXLOC} and {@link MPI#MINLOC} work on. */
public final class DoubleInt extends Struct {
    private final int value;
    private final int index;

    DoubleInt() {
        value = addDouble();
        index = setOffset(8).addInt();
    }

    @Override
    public Datatype getType() {
        return MPI.DOUBLE_INT;
    }

    @Override
    protected Data newData() {
        return new Data();
    }

    /** One pair in a buffer. */
    public final class Data extends Struct.Data {
        private Data() {}

        /** The value. */
        public double getValue() {
            return getDouble(value);
        }

        /** The index. */
        public int getIndex() {
            return getInt(index);
        }

        /** Replaces the value. */
        public void putValue(double v) {
            putDouble(value, v);
        }

        /** Replaces the index. */
        public void putIndex(int v) {
            putInt(index, v);
        }
    }
}
