package org.javampi.core.binding;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Status;
import org.javampi.Predefined;
import org.javampi.core.comm.Communicator;
import org.javampi.core.datatype.Construction;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.DatatypeFactory;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.memory.AddressSpace;
import org.javampi.job.RankHost;

/** Derived datatypes, packing (MPI-1.1 §3.12, §3.13). */
abstract class DatatypeCalls extends ErrorCodeCalls {
    static final long[] NO_ADDRESSES = {};

    DatatypeCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Type_contiguous(int count, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return guard("MPI_Type_contiguous", () -> {
            Datatype old = Datatypes.of(oldtype);
            checkOut(newtype, "newtype");
            newtype[0] = DatatypeFactory.contiguous(count, old)
                    .madeBy(Construction.of(MPI.MPI_COMBINER_CONTIGUOUS, ints(count), NO_ADDRESSES, old));
        });
    }

    @Override
    public int MPI_Type_vector(int count, int blocklength, int stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return guard("MPI_Type_vector", () -> {
            Datatype old = Datatypes.of(oldtype);
            checkOut(newtype, "newtype");
            int[] integers = ints(count, blocklength, stride);
            newtype[0] = DatatypeFactory.vector(count, blocklength, stride, old)
                    .madeBy(Construction.of(MPI.MPI_COMBINER_VECTOR, integers, NO_ADDRESSES, old));
        });
    }

    @Override
    public int MPI_Type_hvector(int count, int blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return makeHvector("MPI_Type_hvector", count, blocklength, stride, oldtype, newtype);
    }

    @Override
    public int MPI_Type_create_hvector(
            int count, int blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return makeHvector("MPI_Type_create_hvector", count, blocklength, stride, oldtype, newtype);
    }

    private int makeHvector(
            String function, int count, int blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return guard(function, () -> {
            Datatype old = Datatypes.of(oldtype);
            checkOut(newtype, "newtype");
            newtype[0] = DatatypeFactory.hvector(count, blocklength, stride, old)
                    .madeBy(Construction.of(
                            MPI.MPI_COMBINER_HVECTOR, ints(count, blocklength), new long[] {stride}, old));
        });
    }

    @Override
    public int MPI_Type_indexed(
            int count,
            int[] array_of_blocklengths,
            int[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return guard("MPI_Type_indexed", () -> {
            Datatype old = Datatypes.of(oldtype);
            long[] lengths = lengths(count, array_of_blocklengths);
            long[] bytes = displacements(lengths, array_of_displacements, old.extent());
            checkOut(newtype, "newtype");
            int[] integers = joined(count, array_of_blocklengths, array_of_displacements);
            newtype[0] = DatatypeFactory.struct("MPI_Type_indexed", lengths, bytes, repeat(count, old))
                    .madeBy(Construction.of(MPI.MPI_COMBINER_INDEXED, integers, NO_ADDRESSES, old));
        });
    }

    @Override
    public int MPI_Type_hindexed(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return makeHindexed(
                "MPI_Type_hindexed", count, array_of_blocklengths, array_of_displacements, oldtype, newtype);
    }

    @Override
    public int MPI_Type_create_hindexed(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return makeHindexed(
                "MPI_Type_create_hindexed", count, array_of_blocklengths, array_of_displacements, oldtype, newtype);
    }

    private int makeHindexed(
            String function,
            int count,
            int[] blockLengths,
            long[] displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return guard(function, () -> {
            Datatype old = Datatypes.of(oldtype);
            long[] lengths = lengths(count, blockLengths);
            long[] bytes = displacements(count, displacements);
            checkOut(newtype, "newtype");
            newtype[0] = DatatypeFactory.struct(function, lengths, bytes, repeat(count, old))
                    .madeBy(Construction.of(MPI.MPI_COMBINER_HINDEXED, joined(count, blockLengths), bytes, old));
        });
    }

    @Override
    public int MPI_Type_struct(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types,
            MPI_Datatype[] newtype) {
        return makeStruct(
                "MPI_Type_struct", count, array_of_blocklengths, array_of_displacements, array_of_types, newtype);
    }

    @Override
    public int MPI_Type_create_struct(
            int count,
            int[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types,
            MPI_Datatype[] newtype) {
        return makeStruct(
                "MPI_Type_create_struct",
                count,
                array_of_blocklengths,
                array_of_displacements,
                array_of_types,
                newtype);
    }

    private int makeStruct(
            String function,
            int count,
            int[] blockLengths,
            long[] displacements,
            MPI_Datatype[] arrayOfTypes,
            MPI_Datatype[] newtype) {
        return guard(function, () -> {
            long[] lengths = lengths(count, blockLengths);
            long[] bytes = displacements(count, displacements);
            Datatype[] types = types(count, arrayOfTypes);
            checkOut(newtype, "newtype");
            newtype[0] = DatatypeFactory.struct(function, lengths, bytes, types)
                    .madeBy(Construction.of(MPI.MPI_COMBINER_STRUCT, joined(count, blockLengths), bytes, types));
        });
    }

    @Override
    public int MPI_Type_extent(MPI_Datatype datatype, long[] extent) {
        return guard("MPI_Type_extent", () -> {
            checkOut(extent, "extent");
            extent[0] = Datatypes.of(datatype).extent();
        });
    }

    @Override
    public int MPI_Type_lb(MPI_Datatype datatype, long[] displacement) {
        return guard("MPI_Type_lb", () -> {
            checkOut(displacement, "displacement");
            displacement[0] = Datatypes.of(datatype).lowerBound();
        });
    }

    @Override
    public int MPI_Type_ub(MPI_Datatype datatype, long[] displacement) {
        return guard("MPI_Type_ub", () -> {
            checkOut(displacement, "displacement");
            displacement[0] = Datatypes.of(datatype).upperBound();
        });
    }

    @Override
    public int MPI_Type_size(MPI_Datatype datatype, int[] size) {
        return guard("MPI_Type_size", () -> {
            long bytes = Datatypes.of(datatype).size();
            checkOut(size, "size");
            // MPI-4.1 §5.1.7; MPI_Type_size_c tells it.
            size[0] = counted(bytes);
        });
    }

    /** Deletes the attributes of a type that goes; a callback that fails keeps it. */
    abstract void beforeFreeing(Datatype type);

    @Override
    public int MPI_Type_commit(MPI_Datatype[] datatype) {
        return guard("MPI_Type_commit", () -> {
            checkOut(datatype, "datatype");
            Datatypes.of(datatype[0]).commit();
        });
    }

    @Override
    public int MPI_Type_free(MPI_Datatype[] datatype) {
        return guard("MPI_Type_free", () -> {
            checkOut(datatype, "datatype");
            Datatype type = Datatypes.of(datatype[0]);
            if (type.isPredefined()) {
                throw new MpiFailure(MPI.MPI_ERR_TYPE, type + " is predefined: it stays");
            }
            beforeFreeing(type);
            type.free();
            datatype[0] = Predefined.DATATYPE_NULL;
        });
    }

    @Override
    public int MPI_Type_get_extent(MPI_Datatype datatype, long[] lb, long[] extent) {
        return guard("MPI_Type_get_extent", () -> extent(datatype, lb, extent));
    }

    static void extent(MPI_Datatype datatype, long[] lb, long[] extent) {
        Datatype type = Datatypes.of(datatype);
        checkOut(lb, "lb");
        checkOut(extent, "extent");
        lb[0] = type.lowerBound();
        extent[0] = type.extent();
    }

    @Override
    public int MPI_Address(Object location, long[] address) {
        return findAddress("MPI_Address", location, address);
    }

    @Override
    public int MPI_Get_address(Object location, long[] address) {
        return findAddress("MPI_Get_address", location, address);
    }

    private int findAddress(String function, Object place, long[] address) {
        return guard(function, () -> {
            checkOut(address, "address");
            address[0] = place == Predefined.BOTTOM ? 0 : addresses.addressOf(place);
        });
    }

    @Override
    public long MPI_Aint_add(long base, long disp) {
        return base + disp;
    }

    @Override
    public long MPI_Aint_diff(long addr1, long addr2) {
        return addr1 - addr2;
    }

    @Override
    public int MPI_Get_count(MPI_Status status, MPI_Datatype datatype, int[] count) {
        try {
            rank();
            checkReadable(status);
            Datatype type = Datatypes.of(datatype);
            checkOut(count, "count");
            count[0] = counted(type.itemsIn(status.byteCount()));
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(null, "MPI_Get_count", failure);
        }
    }

    @Override
    public int MPI_Get_elements(MPI_Status status, MPI_Datatype datatype, int[] count) {
        return guard("MPI_Get_elements", () -> {
            checkReadable(status);
            Datatype type = Datatypes.of(datatype);
            checkOut(count, "count");
            count[0] = counted(type.elementsIn(status.byteCount()));
        });
    }

    @Override
    public int MPI_Pack_size(int incount, MPI_Datatype datatype, MPI_Comm comm, int[] size) {
        return guard("MPI_Pack_size", comm, c -> {
            long bytes = packedBytes(incount, datatype);
            checkOut(size, "size");
            // MPI-4.1 §5.2; MPI_Pack_size_c tells it.
            size[0] = counted(bytes);
        });
    }

    @Override
    public int MPI_Pack_size_c(long incount, MPI_Datatype datatype, MPI_Comm comm, long[] size) {
        return guard("MPI_Pack_size_c", comm, c -> {
            long bytes = packedBytes(incount, datatype);
            checkOut(size, "size");
            size[0] = bytes;
        });
    }

    private long packedBytes(long count, MPI_Datatype datatype) {
        checkCount(count, "incount");
        try {
            return Math.multiplyExact(count, communicable(datatype).size());
        } catch (ArithmeticException e) {
            throw new MpiFailure(MPI.MPI_ERR_COUNT, "the packed size is beyond 2^63 - 1 bytes: pack fewer items");
        }
    }

    @Override
    public int MPI_Pack(
            Object inbuf,
            int incount,
            MPI_Datatype datatype,
            Object outbuf,
            int outsize,
            int[] position,
            MPI_Comm comm) {
        return move("MPI_Pack", inbuf, incount, datatype, outbuf, outsize, position, null, comm, true);
    }

    @Override
    public int MPI_Pack_c(
            Object inbuf,
            long incount,
            MPI_Datatype datatype,
            Object outbuf,
            long outsize,
            long[] position,
            MPI_Comm comm) {
        return move("MPI_Pack_c", inbuf, incount, datatype, outbuf, outsize, null, position, comm, true);
    }

    @Override
    public int MPI_Unpack(
            Object inbuf,
            int insize,
            int[] position,
            Object outbuf,
            int outcount,
            MPI_Datatype datatype,
            MPI_Comm comm) {
        return move("MPI_Unpack", outbuf, outcount, datatype, inbuf, insize, position, null, comm, false);
    }

    @Override
    public int MPI_Unpack_c(
            Object inbuf,
            long insize,
            long[] position,
            Object outbuf,
            long outcount,
            MPI_Datatype datatype,
            MPI_Comm comm) {
        return move("MPI_Unpack_c", outbuf, outcount, datatype, inbuf, insize, null, position, comm, false);
    }

    private AddressSpace addresses = new AddressSpace();

    final AddressSpace addresses() {
        return addresses;
    }

    final void revive(AddressSpace earlier) {
        addresses = earlier;
    }

    /** One that no thread is using now, or null. */
    private final AtomicReference<Packing> sparePacking = new AtomicReference<>();

    @Override
    final Datatype communicable(MPI_Datatype datatype) {
        return Datatypes.communicable(datatype);
    }

    /** MPI_BOTTOM as the buffer that it is. */
    @Override
    final Object resolve(Object buffer) {
        return buffer == Predefined.BOTTOM ? addresses : buffer;
    }

    private static int counted(long number) {
        return number < 0 || number > Integer.MAX_VALUE ? MPI.MPI_UNDEFINED : (int) number;
    }

    private static Datatype element(MPI_Datatype[] types, int index) {
        try {
            return Datatypes.of(types[index]);
        } catch (MpiFailure failure) {
            throw failure.of("array_of_types[" + index + "]");
        }
    }

    /** The types of a struct. */
    static Datatype[] types(int count, MPI_Datatype[] handles) {
        checkRoom(handles, count, "array_of_types");
        Datatype[] types = new Datatype[count];
        for (int i = 0; i < count; i++) {
            types[i] = element(handles, i);
        }
        return types;
    }

    static Datatype[] repeat(int count, Datatype type) {
        Datatype[] types = new Datatype[count];
        Arrays.fill(types, type);
        return types;
    }

    static long[] lengths(int count, int[] blockLengths) {
        checkCount(count, "count");
        checkRoom(blockLengths, count, "array_of_blocklengths");
        return longs(count, blockLengths);
    }

    static long[] displacements(int count, long[] bytes) {
        checkRoom(bytes, count, "array_of_displacements");
        return count == 0 ? new long[0] : Arrays.copyOf(bytes, count);
    }

    static long[] displacements(long[] lengths, int[] items, long extent) {
        checkRoom(items, lengths.length, "array_of_displacements");
        return displacements(lengths, longs(lengths.length, items), extent);
    }

    /** Displacements in items as bytes; those of empty blocks do not matter and are not looked at. */
    static long[] displacements(long[] lengths, long[] items, long extent) {
        long[] bytes = new long[lengths.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = lengths[i] == 0 ? 0 : DatatypeFactory.bytes(items[i], extent);
        }
        return bytes;
    }

    static long[] longs(int count, int[] values) {
        long[] longs = new long[count];
        Arrays.setAll(longs, i -> values[i]);
        return longs;
    }

    static int[] ints(int... values) {
        return values;
    }

    /** {@code count}, and the first so many of each array. */
    static int[] joined(int count, int[]... arrays) {
        int[] joined = new int[1 + count * arrays.length];
        joined[0] = count;
        for (int i = 0; count > 0 && i < arrays.length; i++) {
            System.arraycopy(arrays[i], 0, joined, 1 + count * i, count);
        }
        return joined;
    }

    /** Moves items of the program's to or from a packing unit; its position is {@code place}, or {@code largePlace}. */
    private int move(
            String function,
            Object buffer,
            long count,
            MPI_Datatype datatype,
            Object unit,
            long unitSize,
            int[] place,
            long[] largePlace,
            MPI_Comm comm,
            boolean pack) {
        Communicator communicator = null;
        Packing packing = sparePacking.getAndSet(null);
        if (packing == null) {
            packing = new Packing();
        }
        try {
            communicator = communicator(comm);
            packing.data().set(resolve(buffer), count, communicable(datatype), !pack);
            checkOut(largePlace != null ? largePlace : place, "position");
            long position = largePlace != null ? largePlace[0] : place[0];
            long next = packing.move(unit, unitSize, position, pack);
            if (largePlace != null) {
                largePlace[0] = next;
            } else {
                place[0] = (int) next;
            }
            return MPI.MPI_SUCCESS;
        } catch (MpiFailure failure) {
            return raise(communicator, function, failure);
        } finally {
            packing.clear();
            sparePacking.set(packing);
        }
    }
}
