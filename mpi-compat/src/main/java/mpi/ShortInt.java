package mpi;

/** A value and its index, laid out as in C: what {@link MPI#MAXLOC} and {@link MPI#MINLOC} work on. */
public final class ShortInt extends Struct {
    private final int value;
    private final int index;

    ShortInt() {
        value = addShort();
        index = setOffset(4).addInt();
    }

    @Override
    public Datatype getType() {
        return MPI.SHORT_INT;
    }

    @Override
    protected Data newData() {
        return new Data();
    }

    /** One pair in a buffer. */
    public final class Data extends Struct.Data {
        private Data() {}

        /** The value. */
        public short getValue() {
            return getShort(value);
        }

        /** The index. */
        public int getIndex() {
            return getInt(index);
        }

        /** Replaces the value. */
        public void putValue(short v) {
            putShort(value, v);
        }

        /** Replaces the index. */
        public void putIndex(int v) {
            putInt(index, v);
        }
    }
}
