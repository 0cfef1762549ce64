package org.javampi.core.binding;

import java.util.Arrays;
import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Status;
import org.javampi.core.datatype.ArrayParts;
import org.javampi.core.datatype.Construction;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.DatatypeFactory;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Datatypes that are made, and sizes that are told, with large counts (MPI-4.1 §2.5.8, §5.1). */
abstract class LargeDatatypeCalls extends DatatypeInquiryCalls {
    private static final int[] NO_INTEGERS = {};

    LargeDatatypeCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    // ---- Constructors

    @Override
    public int MPI_Type_contiguous_c(long count, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return guard("MPI_Type_contiguous_c", () -> {
            Datatype old = Datatypes.of(oldtype);
            checkOut(newtype, "newtype");
            newtype[0] = made(DatatypeFactory.contiguous(count, old), MPI.MPI_COMBINER_CONTIGUOUS, counts(count), old);
        });
    }

    @Override
    public int MPI_Type_vector_c(
            long count, long blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return guard("MPI_Type_vector_c", () -> {
            Datatype old = Datatypes.of(oldtype);
            checkOut(newtype, "newtype");
            long[] counts = counts(count, blocklength, stride);
            newtype[0] =
                    made(DatatypeFactory.vector(count, blocklength, stride, old), MPI.MPI_COMBINER_VECTOR, counts, old);
        });
    }

    @Override
    public int MPI_Type_create_hvector_c(
            long count, long blocklength, long stride, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        return guard("MPI_Type_create_hvector_c", () -> {
            Datatype old = Datatypes.of(oldtype);
            checkOut(newtype, "newtype");
            long[] counts = counts(count, blocklength, stride);
            newtype[0] = made(
                    DatatypeFactory.hvector(count, blocklength, stride, old), MPI.MPI_COMBINER_HVECTOR, counts, old);
        });
    }

    @Override
    public int MPI_Type_indexed_c(
            long count,
            long[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        String function = "MPI_Type_indexed_c";
        return guard(function, () -> {
            Datatype old = Datatypes.of(oldtype);
            int n = entries(count, array_of_blocklengths, "array_of_blocklengths");
            checkRoom(array_of_displacements, n, "array_of_displacements");
            checkOut(newtype, "newtype");
            long[] lengths = first(n, array_of_blocklengths);
            long[] bytes = displacements(lengths, array_of_displacements, old.extent());
            newtype[0] = made(
                    DatatypeFactory.struct(function, lengths, bytes, repeat(n, old)),
                    MPI.MPI_COMBINER_INDEXED,
                    counted(n, lengths, first(n, array_of_displacements)),
                    old);
        });
    }

    @Override
    public int MPI_Type_create_hindexed_c(
            long count,
            long[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        String function = "MPI_Type_create_hindexed_c";
        return guard(function, () -> {
            Datatype old = Datatypes.of(oldtype);
            int n = entries(count, array_of_blocklengths, "array_of_blocklengths");
            checkRoom(array_of_displacements, n, "array_of_displacements");
            checkOut(newtype, "newtype");
            long[] lengths = first(n, array_of_blocklengths);
            long[] bytes = first(n, array_of_displacements);
            newtype[0] = made(
                    DatatypeFactory.struct(function, lengths, bytes, repeat(n, old)),
                    MPI.MPI_COMBINER_HINDEXED,
                    counted(n, lengths, bytes),
                    old);
        });
    }

    @Override
    public int MPI_Type_create_indexed_block_c(
            long count, long blocklength, long[] array_of_displacements, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        String function = "MPI_Type_create_indexed_block_c";
        return guard(function, () -> {
            Datatype old = Datatypes.of(oldtype);
            int n = entries(count, array_of_displacements, "array_of_displacements");
            long[] lengths = equal(n, blocklength);
            checkOut(newtype, "newtype");
            long[] bytes = displacements(lengths, array_of_displacements, old.extent());
            newtype[0] = made(
                    DatatypeFactory.struct(function, lengths, bytes, repeat(n, old)),
                    MPI.MPI_COMBINER_INDEXED_BLOCK,
                    blockCounts(n, blocklength, array_of_displacements),
                    old);
        });
    }

    @Override
    public int MPI_Type_create_hindexed_block_c(
            long count, long blocklength, long[] array_of_displacements, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        String function = "MPI_Type_create_hindexed_block_c";
        return guard(function, () -> {
            Datatype old = Datatypes.of(oldtype);
            int n = entries(count, array_of_displacements, "array_of_displacements");
            long[] lengths = equal(n, blocklength);
            checkOut(newtype, "newtype");
            newtype[0] = made(
                    DatatypeFactory.struct(function, lengths, first(n, array_of_displacements), repeat(n, old)),
                    MPI.MPI_COMBINER_HINDEXED_BLOCK,
                    blockCounts(n, blocklength, array_of_displacements),
                    old);
        });
    }

    @Override
    public int MPI_Type_create_struct_c(
            long count,
            long[] array_of_blocklengths,
            long[] array_of_displacements,
            MPI_Datatype[] array_of_types,
            MPI_Datatype[] newtype) {
        String function = "MPI_Type_create_struct_c";
        return guard(function, () -> {
            int n = entries(count, array_of_blocklengths, "array_of_blocklengths");
            checkRoom(array_of_displacements, n, "array_of_displacements");
            Datatype[] types = types(n, array_of_types);
            checkOut(newtype, "newtype");
            long[] lengths = first(n, array_of_blocklengths);
            long[] bytes = first(n, array_of_displacements);
            newtype[0] = made(
                    DatatypeFactory.struct(function, lengths, bytes, types),
                    MPI.MPI_COMBINER_STRUCT,
                    counted(n, lengths, bytes),
                    types);
        });
    }

    @Override
    public int MPI_Type_create_resized_c(MPI_Datatype oldtype, long lb, long extent, MPI_Datatype[] newtype) {
        return guard("MPI_Type_create_resized_c", () -> {
            Datatype old = Datatypes.of(oldtype);
            checkOut(newtype, "newtype");
            newtype[0] = made(old.resized(lb, extent), MPI.MPI_COMBINER_RESIZED, counts(lb, extent), old);
        });
    }

    @Override
    public int MPI_Type_create_subarray_c(
            int ndims,
            long[] array_of_sizes,
            long[] array_of_subsizes,
            long[] array_of_starts,
            int order,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return guard("MPI_Type_create_subarray_c", () -> {
            Datatype old = Datatypes.of(oldtype);
            checkDimensions(ndims);
            checkRoom(array_of_sizes, ndims, "array_of_sizes");
            checkRoom(array_of_subsizes, ndims, "array_of_subsizes");
            checkRoom(array_of_starts, ndims, "array_of_starts");
            boolean rowMajor = isRowMajor(order);
            checkOut(newtype, "newtype");
            long[] sizes = first(ndims, array_of_sizes);
            long[] subsizes = first(ndims, array_of_subsizes);
            long[] starts = first(ndims, array_of_starts);
            newtype[0] = ArrayParts.box(sizes, subsizes, starts, rowMajor, old)
                    .madeBy(Construction.large(
                            MPI.MPI_COMBINER_SUBARRAY,
                            ints(ndims, order),
                            NO_ADDRESSES,
                            concatenated(sizes, subsizes, starts),
                            old));
        });
    }

    @Override
    public int MPI_Type_create_darray_c(
            int size,
            int rank,
            int ndims,
            long[] array_of_gsizes,
            int[] array_of_distribs,
            int[] array_of_dargs,
            int[] array_of_psizes,
            int order,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return guard("MPI_Type_create_darray_c", () -> {
            Datatype old = Datatypes.of(oldtype);
            checkDimensions(ndims);
            checkRoom(array_of_gsizes, ndims, "array_of_gsizes");
            checkRoom(array_of_distribs, ndims, "array_of_distribs");
            checkRoom(array_of_dargs, ndims, "array_of_dargs");
            checkRoom(array_of_psizes, ndims, "array_of_psizes");
            boolean rowMajor = isRowMajor(order);
            checkOut(newtype, "newtype");
            long[] sizes = first(ndims, array_of_gsizes);
            Datatype part = ArrayParts.distributed(
                    size,
                    rank,
                    sizes,
                    Arrays.copyOf(array_of_distribs, ndims),
                    Arrays.copyOf(array_of_dargs, ndims),
                    Arrays.copyOf(array_of_psizes, ndims),
                    rowMajor,
                    old);
            int[] arrays = joined(ndims, array_of_distribs, array_of_dargs, array_of_psizes);
            int[] integers = new int[arrays.length + 3];
            integers[0] = size;
            integers[1] = rank;
            System.arraycopy(arrays, 0, integers, 2, arrays.length);
            integers[integers.length - 1] = order;
            newtype[0] = part.madeBy(Construction.large(MPI.MPI_COMBINER_DARRAY, integers, NO_ADDRESSES, sizes, old));
        });
    }

    private static Datatype made(Datatype type, int combiner, long[] counts, Datatype... types) {
        return type.madeBy(Construction.large(combiner, NO_INTEGERS, NO_ADDRESSES, counts, types));
    }

    private static long[] counts(long... values) {
        return values;
    }

    /** {@code n}, and then all of the arrays. */
    private static long[] counted(int n, long[]... arrays) {
        return concatenated(counts(n), concatenated(arrays));
    }

    private static long[] blockCounts(int n, long blockLength, long[] displacements) {
        return concatenated(counts(n, blockLength), first(n, displacements));
    }

    private static long[] concatenated(long[]... arrays) {
        return Arrays.stream(arrays).flatMapToLong(Arrays::stream).toArray();
    }

    /** The count of the entries of {@code array}, which has them. */
    private static int entries(long count, long[] array, String name) {
        checkCount(count, "count");
        int n = (int) Math.min(count, Integer.MAX_VALUE);
        checkRoom(array, n, name);
        if (count > Integer.MAX_VALUE) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    "array " + name + " has " + array.length + " elements: count " + count + " is more");
        }
        return n;
    }

    private static long[] first(int n, long[] values) {
        return n == 0 ? new long[0] : Arrays.copyOf(values, n);
    }

    private static long[] equal(int n, long blockLength) {
        checkCount(blockLength, "blocklength");
        long[] lengths = new long[n];
        Arrays.fill(lengths, blockLength);
        return lengths;
    }

    // ---- Inquiries

    @Override
    public int MPI_Type_size_c(MPI_Datatype datatype, long[] size) {
        return guard("MPI_Type_size_c", () -> {
            checkOut(size, "size");
            size[0] = Datatypes.of(datatype).size();
        });
    }

    @Override
    public int MPI_Type_get_extent_c(MPI_Datatype datatype, long[] lb, long[] extent) {
        return guard("MPI_Type_get_extent_c", () -> extent(datatype, lb, extent));
    }

    @Override
    public int MPI_Type_get_true_extent_c(MPI_Datatype datatype, long[] true_lb, long[] true_extent) {
        return guard("MPI_Type_get_true_extent_c", () -> trueExtent(datatype, true_lb, true_extent));
    }

    @Override
    public int MPI_Type_get_envelope_c(
            MPI_Datatype datatype,
            long[] num_integers,
            long[] num_addresses,
            long[] num_large_counts,
            long[] num_datatypes,
            int[] combiner) {
        return guard("MPI_Type_get_envelope_c", () -> {
            Construction how = Datatypes.of(datatype).construction();
            checkOut(num_integers, "num_integers");
            checkOut(num_addresses, "num_addresses");
            checkOut(num_large_counts, "num_large_counts");
            checkOut(num_datatypes, "num_datatypes");
            checkOut(combiner, "combiner");
            num_integers[0] = how == null ? 0 : how.integers().length;
            num_addresses[0] = how == null ? 0 : how.addresses().length;
            num_large_counts[0] = how == null ? 0 : how.counts().length;
            num_datatypes[0] = how == null ? 0 : how.types().length;
            combiner[0] = how == null ? MPI.MPI_COMBINER_NAMED : how.combiner();
        });
    }

    @Override
    public int MPI_Type_get_contents_c(
            MPI_Datatype datatype,
            long max_integers,
            long max_addresses,
            long max_large_counts,
            long max_datatypes,
            int[] array_of_integers,
            long[] array_of_addresses,
            long[] array_of_large_counts,
            MPI_Datatype[] array_of_datatypes) {
        return guard("MPI_Type_get_contents_c", () -> {
            Construction how = derived(datatype);
            checkMaximum(max_integers, how.integers().length, "max_integers");
            checkMaximum(max_addresses, how.addresses().length, "max_addresses");
            checkMaximum(max_large_counts, how.counts().length, "max_large_counts");
            checkMaximum(max_datatypes, how.types().length, "max_datatypes");
            checkFits(how.counts().length, array_of_large_counts, "array_of_large_counts");
            give(how, array_of_integers, array_of_addresses, array_of_datatypes);
            copy(how.counts(), array_of_large_counts);
        });
    }

    @Override
    public int MPI_Get_count_c(MPI_Status status, MPI_Datatype datatype, long[] count) {
        return guard("MPI_Get_count_c", () -> {
            checkReadable(status);
            Datatype type = Datatypes.of(datatype);
            checkOut(count, "count");
            count[0] = orUndefined(type.itemsIn(status.byteCount()));
        });
    }

    @Override
    public int MPI_Get_elements_c(MPI_Status status, MPI_Datatype datatype, long[] count) {
        return guard("MPI_Get_elements_c", () -> {
            checkReadable(status);
            Datatype type = Datatypes.of(datatype);
            checkOut(count, "count");
            count[0] = orUndefined(type.elementsIn(status.byteCount()));
        });
    }

    private static long orUndefined(long number) {
        return number < 0 ? MPI.MPI_UNDEFINED : number;
    }
}
