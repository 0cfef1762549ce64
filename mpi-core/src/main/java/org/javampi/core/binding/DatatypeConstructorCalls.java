package org.javampi.core.binding;

import java.util.Arrays;
import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Datatype;
import org.javampi.core.datatype.ArrayParts;
import org.javampi.core.datatype.Construction;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.datatype.DatatypeFactory;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Constructors of datatypes that MPI-2 and later have added (MPI-4.1 §5.1). */
abstract class DatatypeConstructorCalls extends DatatypeCalls {
    DatatypeConstructorCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Type_create_resized(MPI_Datatype oldtype, long lb, long extent, MPI_Datatype[] newtype) {
        return guard("MPI_Type_create_resized", () -> {
            Datatype old = Datatypes.of(oldtype);
            checkOut(newtype, "newtype");
            newtype[0] = old.resized(lb, extent)
                    .madeBy(Construction.of(MPI.MPI_COMBINER_RESIZED, ints(), new long[] {lb, extent}, old));
        });
    }

    @Override
    public int MPI_Type_create_indexed_block(
            int count, int blocklength, int[] array_of_displacements, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        String function = "MPI_Type_create_indexed_block";
        return guard(function, () -> {
            Datatype old = Datatypes.of(oldtype);
            long[] lengths = equalLengths(count, blocklength, array_of_displacements);
            long[] bytes = displacements(lengths, array_of_displacements, old.extent());
            checkOut(newtype, "newtype");
            int[] integers = new int[2 + count];
            integers[0] = count;
            integers[1] = blocklength;
            for (int i = 0; i < count; i++) {
                integers[2 + i] = array_of_displacements[i];
            }
            newtype[0] = DatatypeFactory.struct(function, lengths, bytes, repeat(count, old))
                    .madeBy(Construction.of(MPI.MPI_COMBINER_INDEXED_BLOCK, integers, NO_ADDRESSES, old));
        });
    }

    @Override
    public int MPI_Type_create_hindexed_block(
            int count, int blocklength, long[] array_of_displacements, MPI_Datatype oldtype, MPI_Datatype[] newtype) {
        String function = "MPI_Type_create_hindexed_block";
        return guard(function, () -> {
            Datatype old = Datatypes.of(oldtype);
            long[] lengths = equalLengths(count, blocklength, array_of_displacements);
            long[] bytes = displacements(count, array_of_displacements);
            checkOut(newtype, "newtype");
            newtype[0] = DatatypeFactory.struct(function, lengths, bytes, repeat(count, old))
                    .madeBy(Construction.of(MPI.MPI_COMBINER_HINDEXED_BLOCK, ints(count, blocklength), bytes, old));
        });
    }

    /** One length for each displacement, of which there must be {@code count}: looked at before memory is taken. */
    private static long[] equalLengths(int count, int blockLength, Object displacements) {
        checkCount(count, "count");
        checkCount(blockLength, "blocklength");
        checkRoom(displacements, count, "array_of_displacements");
        long[] lengths = new long[count];
        Arrays.fill(lengths, blockLength);
        return lengths;
    }

    @Override
    public int MPI_Type_create_subarray(
            int ndims,
            int[] array_of_sizes,
            int[] array_of_subsizes,
            int[] array_of_starts,
            int order,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return guard("MPI_Type_create_subarray", () -> {
            Datatype old = Datatypes.of(oldtype);
            checkDimensions(ndims);
            checkRoom(array_of_sizes, ndims, "array_of_sizes");
            checkRoom(array_of_subsizes, ndims, "array_of_subsizes");
            checkRoom(array_of_starts, ndims, "array_of_starts");
            boolean rowMajor = isRowMajor(order);
            checkOut(newtype, "newtype");
            Datatype box = ArrayParts.box(
                    longs(ndims, array_of_sizes),
                    longs(ndims, array_of_subsizes),
                    longs(ndims, array_of_starts),
                    rowMajor,
                    old);
            int[] all = joined(ndims, array_of_sizes, array_of_subsizes, array_of_starts);
            newtype[0] = box.madeBy(Construction.of(MPI.MPI_COMBINER_SUBARRAY, with(all, order), NO_ADDRESSES, old));
        });
    }

    @Override
    public int MPI_Type_create_darray(
            int size,
            int rank,
            int ndims,
            int[] array_of_gsizes,
            int[] array_of_distribs,
            int[] array_of_dargs,
            int[] array_of_psizes,
            int order,
            MPI_Datatype oldtype,
            MPI_Datatype[] newtype) {
        return guard("MPI_Type_create_darray", () -> {
            Datatype old = Datatypes.of(oldtype);
            checkDimensions(ndims);
            checkRoom(array_of_gsizes, ndims, "array_of_gsizes");
            checkRoom(array_of_distribs, ndims, "array_of_distribs");
            checkRoom(array_of_dargs, ndims, "array_of_dargs");
            checkRoom(array_of_psizes, ndims, "array_of_psizes");
            boolean rowMajor = isRowMajor(order);
            checkOut(newtype, "newtype");
            Datatype part = ArrayParts.distributed(
                    size,
                    rank,
                    longs(ndims, array_of_gsizes),
                    Arrays.copyOf(array_of_distribs, ndims),
                    Arrays.copyOf(array_of_dargs, ndims),
                    Arrays.copyOf(array_of_psizes, ndims),
                    rowMajor,
                    old);
            int[] arrays = joined(ndims, array_of_gsizes, array_of_distribs, array_of_dargs, array_of_psizes);
            int[] integers = new int[arrays.length + 3];
            integers[0] = size;
            integers[1] = rank;
            System.arraycopy(arrays, 0, integers, 2, arrays.length);
            integers[integers.length - 1] = order;
            newtype[0] = part.madeBy(Construction.of(MPI.MPI_COMBINER_DARRAY, integers, NO_ADDRESSES, old));
        });
    }

    private static int[] with(int[] values, int last) {
        int[] longer = Arrays.copyOf(values, values.length + 1);
        longer[values.length] = last;
        return longer;
    }

    static void checkDimensions(int ndims) {
        if (ndims < 1) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG, "ndims " + ndims + " is no number of dimensions (allowed 1 and more)");
        }
    }

    static boolean isRowMajor(int order) {
        if (order != MPI.MPI_ORDER_C && order != MPI.MPI_ORDER_FORTRAN) {
            throw new MpiFailure(MPI.MPI_ERR_ARG, "order " + order + " is neither MPI_ORDER_C nor MPI_ORDER_FORTRAN");
        }
        return order == MPI.MPI_ORDER_C;
    }
}
