package mpi;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * mpiJava: a type of blocks of one base type. Open MPI: describes the fields of a struct in a ByteBuffer or byte[], as
 * C would lay it out if every field were told where it is.
 */
public class Struct extends Datatype {
    private record Field(Datatype type, int offset, int length) {}

    private final List<Field> fields = new ArrayList<>();
    private Datatype type;
    private int extent;

    /** Open MPI: for a subclass that adds its fields. */
    public Struct() {
        super(Base.BYTE, org.javampi.MPI.MPI_DATATYPE_NULL);
    }

    /** mpiJava: what {@link Datatype#Struct(int[], int[], Datatype[])} makes. */
    public Struct(int[] array_of_blocklengths, int[] array_of_displacements, Datatype[] array_of_types) {
        this(array_of_blocklengths, array_of_displacements, array_of_types, commonBase(array_of_types));
    }

    private Struct(int[] blocklengths, int[] displacements, Datatype[] types, Base base) {
        super(base, struct(blocklengths, widened(displacements), types, base)[0]);
        type = this;
    }

    /** The datatype for calls; no field can be added any more. */
    public Datatype getType() {
        if (type == null) {
            fields.add(0, new Field(MPI.LB, 0, 1));
            int[] lengths = new int[fields.size()];
            int[] offsets = new int[fields.size()];
            Datatype[] types = new Datatype[fields.size()];
            for (int i = 0; i < types.length; i++) {
                lengths[i] = fields.get(i).length;
                offsets[i] = fields.get(i).offset;
                types[i] = fields.get(i).type;
            }
            type = createStruct(lengths, offsets, types);
            handle = type.handle;
        }
        return type;
    }

    /** mpiJava's: elements from one item to the next; Open MPI's: bytes from one struct to the next. */
    @Override
    public int getExtent() {
        Datatype whole = getType();
        return whole == this ? super.getExtent() : whole.getExtent() * whole.base.bytes;
    }

    /** Open MPI: a new view of one struct, of the subclass's own class. */
    protected Data newData() {
        throw new MPIException(MPI.ERR_OTHER, getClass().getName() + " does not override newData()");
    }

    /** The first struct in {@code buffer}. */
    public <T extends Data> T getData(ByteBuffer buffer) {
        return view(buffer, 0);
    }

    /** Struct {@code index} in {@code buffer}. */
    public <T extends Data> T getData(ByteBuffer buffer, int index) {
        return view(buffer, index * getExtent());
    }

    /** The first struct in {@code array}. */
    public <T extends Data> T getData(byte[] array) {
        return getData(ByteBuffer.wrap(array).order(ByteOrder.nativeOrder()));
    }

    /** Struct {@code index} in {@code array}. */
    public <T extends Data> T getData(byte[] array, int index) {
        return getData(ByteBuffer.wrap(array).order(ByteOrder.nativeOrder()), index);
    }

    @SuppressWarnings("unchecked") // the caller names the class of its own newData()
    private <T extends Data> T view(ByteBuffer buffer, int offset) {
        getType();
        Data data = newData();
        data.buffer = buffer;
        data.offset = offset;
        return (T) data;
    }

    /**
     * Sets where the next field begins.
     *
     * @param offset bytes from the struct's start, not before the end of the last field
     */
    public Struct setOffset(int offset) {
        checkOpen();
        if (offset < extent) {
            throw new IllegalArgumentException(
                    "offset " + offset + " lies inside the fields so far: at least " + extent);
        }
        extent = offset;
        return this;
    }

    private void checkOpen() {
        if (type != null) {
            throw new MPIException(
                    MPI.ERR_TYPE,
                    "the struct is in use: add all fields before the first getType, getData or getExtent");
        }
    }

    private int add(Datatype fieldType, int bytes, int length) {
        checkOpen();
        int offset = extent;
        extent += bytes * length;
        fields.add(new Field(fieldType, offset, length));
        return offset;
    }

    /** Adds a byte; answers its offset. */
    public int addByte() {
        return addByte(1);
    }

    /** Adds an array of byte; answers its offset. */
    public int addByte(int length) {
        return add(MPI.BYTE, 1, length);
    }

    /** Adds a char; answers its offset. */
    public int addChar() {
        return addChar(1);
    }

    /** Adds an array of char; answers its offset. */
    public int addChar(int length) {
        return add(MPI.CHAR, 2, length);
    }

    /** Adds a short; answers its offset. */
    public int addShort() {
        return addShort(1);
    }

    /** Adds an array of short; answers its offset. */
    public int addShort(int length) {
        return add(MPI.SHORT, 2, length);
    }

    /** Adds a int; answers its offset. */
    public int addInt() {
        return addInt(1);
    }

    /** Adds an array of int; answers its offset. */
    public int addInt(int length) {
        return add(MPI.INT, 4, length);
    }

    /** Adds a long; answers its offset. */
    public int addLong() {
        return addLong(1);
    }

    /** Adds an array of long; answers its offset. */
    public int addLong(int length) {
        return add(MPI.LONG, 8, length);
    }

    /** Adds a float; answers its offset. */
    public int addFloat() {
        return addFloat(1);
    }

    /** Adds an array of float; answers its offset. */
    public int addFloat(int length) {
        return add(MPI.FLOAT, 4, length);
    }

    /** Adds a double; answers its offset. */
    public int addDouble() {
        return addDouble(1);
    }

    /** Adds an array of double; answers its offset. */
    public int addDouble(int length) {
        return add(MPI.DOUBLE, 8, length);
    }

    /** Adds a struct; answers its offset. */
    public int addStruct(Struct struct) {
        return addStruct(struct, 1);
    }

    /** Adds an array of structs; answers its offset. */
    public int addStruct(Struct struct, int length) {
        return add(struct.getType(), struct.getExtent(), length);
    }

    /** Adds an item of any type; answers its offset. */
    public int addData(Datatype fieldType) {
        return addData(fieldType, 1);
    }

    /** Adds an array of items of any type; answers its offset. */
    public int addData(Datatype fieldType, int length) {
        return add(fieldType, fieldType.getExtent() * fieldType.base.bytes, length);
    }

    /** One struct in a buffer: subclasses name its fields by the offsets that the add methods have answered. */
    public abstract class Data {
        private ByteBuffer buffer;
        private int offset;

        /** For a subclass that {@link Struct#newData} makes. */
        protected Data() {}

        /** A buffer that begins with this struct: an argument of a call. */
        public final ByteBuffer getBuffer() {
            return offset == 0 ? buffer : MPI.slice(buffer, offset);
        }

        /** Reads a byte. */
        protected final byte getByte(int field) {
            return buffer.get(offset + field);
        }

        /** Reads element {@code index} of an array of byte. */
        protected final byte getByte(int field, int index) {
            return buffer.get(offset + field + index * 1);
        }

        /** Writes a byte. */
        protected final void putByte(int field, byte v) {
            buffer.put(offset + field, v);
        }

        /** Writes element {@code index} of an array of byte. */
        protected final void putByte(int field, int index, byte v) {
            buffer.put(offset + field + index * 1, v);
        }

        /** Reads a char. */
        protected final char getChar(int field) {
            return buffer.getChar(offset + field);
        }

        /** Reads element {@code index} of an array of char. */
        protected final char getChar(int field, int index) {
            return buffer.getChar(offset + field + index * 2);
        }

        /** Writes a char. */
        protected final void putChar(int field, char v) {
            buffer.putChar(offset + field, v);
        }

        /** Writes element {@code index} of an array of char. */
        protected final void putChar(int field, int index, char v) {
            buffer.putChar(offset + field + index * 2, v);
        }

        /** Reads a short. */
        protected final short getShort(int field) {
            return buffer.getShort(offset + field);
        }

        /** Reads element {@code index} of an array of short. */
        protected final short getShort(int field, int index) {
            return buffer.getShort(offset + field + index * 2);
        }

        /** Writes a short. */
        protected final void putShort(int field, short v) {
            buffer.putShort(offset + field, v);
        }

        /** Writes element {@code index} of an array of short. */
        protected final void putShort(int field, int index, short v) {
            buffer.putShort(offset + field + index * 2, v);
        }

        /** Reads a int. */
        protected final int getInt(int field) {
            return buffer.getInt(offset + field);
        }

        /** Reads element {@code index} of an array of int. */
        protected final int getInt(int field, int index) {
            return buffer.getInt(offset + field + index * 4);
        }

        /** Writes a int. */
        protected final void putInt(int field, int v) {
            buffer.putInt(offset + field, v);
        }

        /** Writes element {@code index} of an array of int. */
        protected final void putInt(int field, int index, int v) {
            buffer.putInt(offset + field + index * 4, v);
        }

        /** Reads a long. */
        protected final long getLong(int field) {
            return buffer.getLong(offset + field);
        }

        /** Reads element {@code index} of an array of long. */
        protected final long getLong(int field, int index) {
            return buffer.getLong(offset + field + index * 8);
        }

        /** Writes a long. */
        protected final void putLong(int field, long v) {
            buffer.putLong(offset + field, v);
        }

        /** Writes element {@code index} of an array of long. */
        protected final void putLong(int field, int index, long v) {
            buffer.putLong(offset + field + index * 8, v);
        }

        /** Reads a float. */
        protected final float getFloat(int field) {
            return buffer.getFloat(offset + field);
        }

        /** Reads element {@code index} of an array of float. */
        protected final float getFloat(int field, int index) {
            return buffer.getFloat(offset + field + index * 4);
        }

        /** Writes a float. */
        protected final void putFloat(int field, float v) {
            buffer.putFloat(offset + field, v);
        }

        /** Writes element {@code index} of an array of float. */
        protected final void putFloat(int field, int index, float v) {
            buffer.putFloat(offset + field + index * 4, v);
        }

        /** Reads a double. */
        protected final double getDouble(int field) {
            return buffer.getDouble(offset + field);
        }

        /** Reads element {@code index} of an array of double. */
        protected final double getDouble(int field, int index) {
            return buffer.getDouble(offset + field + index * 8);
        }

        /** Writes a double. */
        protected final void putDouble(int field, double v) {
            buffer.putDouble(offset + field, v);
        }

        /** Writes element {@code index} of an array of double. */
        protected final void putDouble(int field, int index, double v) {
            buffer.putDouble(offset + field + index * 8, v);
        }

        /** A view of a struct inside this one. */
        protected final <S extends Struct, D extends Data> D getData(S struct, int field) {
            return inner(struct, field, 0);
        }

        /** A view of element {@code index} of an array of structs inside this one. */
        protected final <S extends Struct, D extends Data> D getData(S struct, int field, int index) {
            return inner(struct, field, index);
        }

        private <D extends Data> D inner(Struct struct, int field, int index) {
            return struct.view(buffer, offset + field + index * struct.getExtent());
        }

        /** A buffer that begins with a field of any type. */
        protected final ByteBuffer getBuffer(Datatype fieldType, int field) {
            return getBuffer(fieldType, field, 0);
        }

        /** A buffer that begins with element {@code index} of an array of items of any type. */
        protected final ByteBuffer getBuffer(Datatype fieldType, int field, int index) {
            int item = fieldType.getExtent() * fieldType.base.bytes;
            return MPI.slice(buffer, offset + field + index * item);
        }
    }
}
