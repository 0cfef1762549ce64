package mpi;

import static org.javampi.MPI.MPI_Type_commit;
import static org.javampi.MPI.MPI_Type_contiguous;
import static org.javampi.MPI.MPI_Type_create_resized;
import static org.javampi.MPI.MPI_Type_dup;
import static org.javampi.MPI.MPI_Type_extent;
import static org.javampi.MPI.MPI_Type_free;
import static org.javampi.MPI.MPI_Type_get_name;
import static org.javampi.MPI.MPI_Type_get_true_extent;
import static org.javampi.MPI.MPI_Type_hindexed;
import static org.javampi.MPI.MPI_Type_hvector;
import static org.javampi.MPI.MPI_Type_indexed;
import static org.javampi.MPI.MPI_Type_lb;
import static org.javampi.MPI.MPI_Type_set_name;
import static org.javampi.MPI.MPI_Type_size;
import static org.javampi.MPI.MPI_Type_struct;
import static org.javampi.MPI.MPI_Type_ub;
import static org.javampi.MPI.MPI_Type_vector;

import org.javampi.MPI_Datatype;

/**
 * What the items of a buffer are. In methods that begin with a capital letter (mpiJava) all displacements and extents
 * count in elements of the base type. Open MPI's {@code createHVector}, {@code createHIndexed}, {@code createStruct}
 * and {@code createResized} count in bytes.
 *
 * <p>Derived types are committed when they are made: programs of MPJ Express do not always do it.
 */
public class Datatype implements Freeable, Cloneable {
    /** The elements of its buffers. */
    final Base base;

    MPI_Datatype handle;
    private final boolean predefined;

    /** What programs call a predefined one; null for others. */
    private final String constant;

    private final Attributes attributes = new Attributes();

    /** A type that the program has made. */
    Datatype(Base base, MPI_Datatype handle) {
        this(base, handle, null);
    }

    /** A predefined one; its handle may come later. */
    Datatype(Base base, MPI_Datatype handle, String constant) {
        this.base = base;
        this.handle = handle;
        this.constant = constant;
        predefined = constant != null;
    }

    /** A basic type. */
    Datatype(Base base) {
        this(base, base.handle, "MPI." + base);
    }

    private static Datatype committed(Base base, MPI_Datatype[] made) {
        MPIException.check(MPI_Type_commit(made));
        return new Datatype(base, made[0]);
    }

    /** Whether its items are objects, which travel serialized. */
    final boolean isObject() {
        return base == Base.OBJECT;
    }

    /** The type of a reduction's items: as the C-shaped API names what predefined operations compute with. */
    final MPI_Datatype reductionHandle() {
        if (handle == Base.BYTE.handle) {
            return org.javampi.MPI.MPI_CHAR;
        }
        return handle == Base.CHAR.handle ? org.javampi.MPI.MPI_UNSIGNED_SHORT : handle;
    }

    private static int inElements(long bytes, Base base) {
        return (int) (bytes / base.bytes);
    }

    /** The handle of an argument; the C-shaped API says what is wrong with a null. */
    static MPI_Datatype handle(Datatype type) {
        return type == null ? org.javampi.MPI.MPI_DATATYPE_NULL : type.handle;
    }

    static MPI_Datatype[] handles(Datatype[] types) {
        if (types == null) {
            return null;
        }
        MPI_Datatype[] handles = new MPI_Datatype[types.length];
        for (int i = 0; i < types.length; i++) {
            handles[i] = handle(types[i]);
        }
        return handles;
    }

    // ---- mpiJava

    /** Elements from one item to the next. */
    public int Extent() {
        long[] extent = new long[1];
        MPIException.check(MPI_Type_extent(handle, extent));
        return inElements(extent[0], base);
    }

    /** Elements of data in an item. */
    public int Size() {
        return getByteSize() / Math.max(1, base.bytes);
    }

    /** Bytes of data in an item. */
    public int getByteSize() {
        int[] size = new int[1];
        MPIException.check(MPI_Type_size(handle, size));
        return size[0];
    }

    /** Lower bound, in elements. */
    public int Lb() {
        long[] bound = new long[1];
        MPIException.check(MPI_Type_lb(handle, bound));
        return inElements(bound[0], base);
    }

    /** Upper bound, in elements. */
    public int Ub() {
        long[] bound = new long[1];
        MPIException.check(MPI_Type_ub(handle, bound));
        return inElements(bound[0], base);
    }

    /** Does nothing: types are committed when they are made. */
    public void Commit() {
        commit();
    }

    /** {@code count} items in a row. */
    public static Datatype Contiguous(int count, Datatype oldtype) {
        return createContiguous(count, oldtype);
    }

    /** {@code count} blocks whose starts are {@code stride} items apart. */
    public static Datatype Vector(int count, int blocklength, int stride, Datatype oldtype) {
        return createVector(count, blocklength, stride, oldtype);
    }

    /** {@code count} blocks whose starts are {@code stride} elements apart. */
    public static Datatype Hvector(int count, int blocklength, int stride, Datatype oldtype) {
        MPI.requireBegun("Datatype.Hvector");
        MPI_Datatype[] made = new MPI_Datatype[1];
        MPIException.check(
                MPI_Type_hvector(count, blocklength, (long) stride * oldtype.base.bytes, oldtype.handle, made));
        return committed(oldtype.base, made);
    }

    /** Blocks at displacements in items. */
    public static Datatype Indexed(int[] array_of_blocklengths, int[] array_of_displacements, Datatype oldtype) {
        return createIndexed(array_of_blocklengths, array_of_displacements, oldtype);
    }

    /** Blocks at displacements in elements. */
    public static Datatype Hindexed(int[] array_of_blocklengths, int[] array_of_displacements, Datatype oldtype) {
        return hindexed(
                "Datatype.Hindexed",
                array_of_blocklengths,
                scaled(array_of_displacements, oldtype.base.bytes),
                oldtype);
    }

    /** Blocks of types that have one base type; displacements in elements. */
    public static Datatype Struct(
            int[] array_of_blocklengths, int[] array_of_displacements, Datatype[] array_of_types) {
        return Struct(array_of_blocklengths, widened(array_of_displacements), array_of_types);
    }

    /** Blocks of types that have one base type; displacements in elements. */
    public static Datatype Struct(
            int[] array_of_blocklengths, long[] array_of_displacements, Datatype[] array_of_types) {
        Base base = commonBase(array_of_types);
        MPI_Datatype[] made = struct(array_of_blocklengths, array_of_displacements, array_of_types, base);
        return new Datatype(base, made[0]);
    }

    /** What {@link Struct#Struct(int[], int[], Datatype[])} is made of. */
    static MPI_Datatype[] struct(int[] blocklengths, long[] displacements, Datatype[] types, Base base) {
        MPI.requireBegun("Datatype.Struct");
        MPI_Datatype[] made = new MPI_Datatype[1];
        MPIException.check(
                MPI_Type_struct(types.length, blocklengths, scaled(displacements, base.bytes), handles(types), made));
        MPIException.check(MPI_Type_commit(made));
        return made;
    }

    static Base commonBase(Datatype[] types) {
        Base base = null;
        for (Datatype type : types) {
            if (type.base != Base.LB && type.base != Base.UB) {
                if (base != null && base != type.base) {
                    throw new MPIException(
                            MPI.ERR_TYPE,
                            "Datatype.Struct: base types " + base + " and " + type.base + " differ: all must have the"
                                    + " same one, since a Java array has one element type; createStruct makes structs"
                                    + " for byte[] and ByteBuffer");
                }
                base = type.base;
            }
        }
        return base == null ? Base.BYTE : base;
    }

    static long[] widened(int[] numbers) {
        return scaled(numbers, 1);
    }

    private static long[] scaled(int[] numbers, int factor) {
        long[] scaled = new long[numbers.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (long) numbers[i] * factor;
        }
        return scaled;
    }

    private static long[] scaled(long[] numbers, int factor) {
        long[] scaled = new long[numbers.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = numbers[i] * factor;
        }
        return scaled;
    }

    /** Does nothing: types are given back by {@link #free} or at the end of MPI. */
    @Override
    @SuppressWarnings({"removal", "deprecation"})
    public void finalize() {}

    // ---- Open MPI

    /** Lower bound, in elements. */
    public int getLb() {
        return Lb();
    }

    /** Elements from one item to the next. */
    public int getExtent() {
        return Extent();
    }

    /** Lower bound of the data alone, in elements. */
    public int getTrueLb() {
        return inElements(trueExtent()[0], base);
    }

    /** Elements from the first to the last element of data. */
    public int getTrueExtent() {
        return inElements(trueExtent()[1], base);
    }

    /** True lower bound and true extent, in bytes. */
    private long[] trueExtent() {
        long[] bound = new long[1];
        long[] extent = new long[1];
        MPIException.check(MPI_Type_get_true_extent(handle, bound, extent));
        return new long[] {bound[0], extent[0]};
    }

    /** Elements of data in an item. */
    public int getSize() {
        return Size();
    }

    /** Does nothing to a type that is committed: types are when they are made. */
    public void commit() {
        if (predefined) {
            return;
        }
        MPIException.check(MPI_Type_commit(new MPI_Datatype[] {handle}));
    }

    /** Frees a derived type; a basic one stays as it is. */
    @Override
    public void free() {
        if (!predefined) {
            MPI_Datatype[] freed = {handle};
            MPIException.check(MPI_Type_free(freed));
            handle = freed[0];
        }
    }

    /** Whether it stands for no type. */
    public boolean isNull() {
        return handle == org.javampi.MPI.MPI_DATATYPE_NULL;
    }

    @Override
    public Datatype clone() {
        return dup();
    }

    /** {@code count} items in a row. */
    public static Datatype createContiguous(int count, Datatype oldType) {
        MPI.requireBegun("Datatype.createContiguous");
        MPI_Datatype[] made = new MPI_Datatype[1];
        MPIException.check(MPI_Type_contiguous(count, oldType.handle, made));
        return committed(oldType.base, made);
    }

    /** {@code count} blocks whose starts are {@code stride} items apart. */
    public static Datatype createVector(int count, int blockLength, int stride, Datatype oldType) {
        MPI.requireBegun("Datatype.createVector");
        MPI_Datatype[] made = new MPI_Datatype[1];
        MPIException.check(MPI_Type_vector(count, blockLength, stride, oldType.handle, made));
        return committed(oldType.base, made);
    }

    /** {@code count} blocks whose starts are {@code stride} bytes apart. */
    public static Datatype createHVector(int count, int blockLength, int stride, Datatype oldType) {
        MPI.requireBegun("Datatype.createHVector");
        MPI_Datatype[] made = new MPI_Datatype[1];
        MPIException.check(MPI_Type_hvector(count, blockLength, stride, oldType.handle, made));
        return committed(oldType.base, made);
    }

    /** Blocks at displacements in items. */
    public static Datatype createIndexed(int[] blockLengths, int[] displacements, Datatype oldType) {
        MPI.requireBegun("Datatype.createIndexed");
        MPI_Datatype[] made = new MPI_Datatype[1];
        MPIException.check(MPI_Type_indexed(blockLengths.length, blockLengths, displacements, oldType.handle, made));
        return committed(oldType.base, made);
    }

    /** Blocks at displacements in bytes. */
    public static Datatype createHIndexed(int[] blockLengths, int[] displacements, Datatype oldType) {
        return hindexed("Datatype.createHIndexed", blockLengths, widened(displacements), oldType);
    }

    private static Datatype hindexed(String caller, int[] lengths, long[] displacements, Datatype oldType) {
        MPI.requireBegun(caller);
        MPI_Datatype[] made = new MPI_Datatype[1];
        MPIException.check(MPI_Type_hindexed(lengths.length, lengths, displacements, oldType.handle, made));
        return committed(oldType.base, made);
    }

    /** Blocks of any types at displacements in bytes: for byte[] and ByteBuffer. */
    public static Datatype createStruct(int[] blockLengths, int[] displacements, Datatype[] types) {
        MPI_Datatype[] made = struct(blockLengths, widened(displacements), types, Base.BYTE);
        return new Datatype(Base.BYTE, made[0]);
    }

    /** {@code oldType} with another lower bound and extent, in bytes. */
    public static Datatype createResized(Datatype oldType, int lb, int extent) {
        MPI.requireBegun("Datatype.createResized");
        MPI_Datatype[] made = new MPI_Datatype[1];
        MPIException.check(MPI_Type_create_resized(oldType.handle, lb, extent, made));
        return committed(oldType.base, made);
    }

    /** A type of its own with the same items. */
    public Datatype dup() {
        MPI.requireBegun("Datatype.dup");
        MPI_Datatype[] made = new MPI_Datatype[1];
        MPIException.check(MPI_Type_dup(handle, made));
        Datatype copy = committed(base, made);
        attributes.copyTo(copy.attributes);
        return copy;
    }

    /** Names it: errors and reports say the name. */
    public void setName(String name) {
        MPIException.check(MPI_Type_set_name(handle, name));
    }

    /** Its name; empty when it has none. */
    public String getName() {
        String[] name = new String[1];
        MPIException.check(MPI_Type_get_name(handle, name, new int[1]));
        return name[0];
    }

    /** A new key of attributes. */
    public static int createKeyval() {
        return Attributes.createKey();
    }

    /** Frees a key. */
    public static void freeKeyval(int keyval) {
        Attributes.freeKey(keyval);
    }

    /** Attaches an object. */
    public void setAttr(int keyval, Object value) {
        attributes.set(keyval, value);
    }

    /** The object attached, or null. */
    public Object getAttr(int keyval) {
        return attributes.get(keyval);
    }

    /** Detaches it. */
    public void deleteAttr(int keyval) {
        attributes.delete(keyval);
    }

    @Override
    public String toString() {
        return predefined ? constant : handle.toString();
    }
}
