package org.javampi.core.binding;

import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Datatype;
import org.javampi.core.buffer.Block;
import org.javampi.core.datatype.Datatype;
import org.javampi.core.failure.MpiFailure;
import org.javampi.job.RankHost;

/** Packing in a representation that all machines share (MPI-4.1 §5.3, §14.5.2). */
abstract class External32Calls extends DatatypeConstructorCalls {
    private static final String NAME = "external32";

    External32Calls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Pack_external_size(String datarep, int incount, MPI_Datatype datatype, long[] size) {
        return guard("MPI_Pack_external_size", () -> size(datarep, incount, datatype, size));
    }

    @Override
    public int MPI_Pack_external_size_c(String datarep, long incount, MPI_Datatype datatype, long[] size) {
        return guard("MPI_Pack_external_size_c", () -> size(datarep, incount, datatype, size));
    }

    private void size(String datarep, long count, MPI_Datatype datatype, long[] size) {
        checkCount(count, "incount");
        checkRepresentation(datarep);
        Datatype type = communicable(datatype);
        checkOut(size, "size");
        try {
            size[0] = Math.multiplyExact(count, type.externalSize());
        } catch (ArithmeticException e) {
            throw new MpiFailure(MPI.MPI_ERR_COUNT, "the packed size is beyond 2^63 - 1 bytes: pack fewer items");
        }
    }

    @Override
    public int MPI_Pack_external(
            String datarep,
            Object inbuf,
            int incount,
            MPI_Datatype datatype,
            Object outbuf,
            long outsize,
            long[] position) {
        return guard("MPI_Pack_external", () -> pack(datarep, inbuf, incount, datatype, outbuf, outsize, position));
    }

    @Override
    public int MPI_Pack_external_c(
            String datarep,
            Object inbuf,
            long incount,
            MPI_Datatype datatype,
            Object outbuf,
            long outsize,
            long[] position) {
        return guard("MPI_Pack_external_c", () -> pack(datarep, inbuf, incount, datatype, outbuf, outsize, position));
    }

    private void pack(
            String datarep,
            Object inbuf,
            long incount,
            MPI_Datatype datatype,
            Object outbuf,
            long outsize,
            long[] position) {
        External32 external = described(datarep, inbuf, incount, datatype, outbuf, outsize, position, true);
        external.pack();
        position[0] += external.byteCount();
    }

    @Override
    public int MPI_Unpack_external(
            String datarep,
            Object inbuf,
            long insize,
            long[] position,
            Object outbuf,
            int outcount,
            MPI_Datatype datatype) {
        return guard("MPI_Unpack_external", () -> unpack(datarep, inbuf, insize, position, outbuf, outcount, datatype));
    }

    @Override
    public int MPI_Unpack_external_c(
            String datarep,
            Object inbuf,
            long insize,
            long[] position,
            Object outbuf,
            long outcount,
            MPI_Datatype datatype) {
        return guard(
                "MPI_Unpack_external_c", () -> unpack(datarep, inbuf, insize, position, outbuf, outcount, datatype));
    }

    private void unpack(
            String datarep,
            Object inbuf,
            long insize,
            long[] position,
            Object outbuf,
            long outcount,
            MPI_Datatype datatype) {
        External32 external = described(datarep, outbuf, outcount, datatype, inbuf, insize, position, false);
        external.unpack();
        position[0] += external.byteCount();
    }

    private External32 described(
            String datarep,
            Object buffer,
            long count,
            MPI_Datatype datatype,
            Object unit,
            long unitSize,
            long[] position,
            boolean pack) {
        checkRepresentation(datarep);
        Block data = new Block();
        data.set(resolve(buffer), count, communicable(datatype), !pack);
        checkOut(position, "position");
        return new External32(data, unit, unitSize, position[0], pack);
    }

    private static void checkRepresentation(String datarep) {
        if (!NAME.equals(datarep)) {
            throw new MpiFailure(
                    MPI.MPI_ERR_UNSUPPORTED_DATAREP, "datarep '" + datarep + "' is not known: pass \"" + NAME + "\"");
        }
    }
}
