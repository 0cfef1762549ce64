package org.javampi.core.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.MPI_Op;
import org.javampi.Predefined;
import org.javampi.core.binding.CallSite;
import org.javampi.core.comm.Communicator;

/**
 * Compares what the ranks of a communicator call before they do: function, root, operation, and the elements that each
 * gives and takes. Collectives that do not block are only noted, until they are completed: the runtime compares those
 * itself.
 */
abstract class WatchedCollectives extends WatchedLargeMessages {
    /** An absent message: elements, sum, and whether it is known. */
    private static final long[] NOTHING = new long[3];

    /** The calls of one collective, as far as this rank knows them. */
    final class Group {
        private final String function;
        private final Communicator communicator;
        private final MPI_Comm comm;
        private final StringBuilder kind;
        private ElementSequence gives;
        private ElementSequence takes;
        private String givesText = "";
        private String takesText = "";
        private int counts;

        Group(String function, MPI_Comm comm) {
            this.function = function;
            this.comm = comm;
            communicator = isWatched() ? watch().communicator(comm) : null;
            kind = new StringBuilder(function);
        }

        /** Whether there is something to compare, and a way. */
        boolean isIntra() {
            return communicator != null && !communicator.isInter() && communicator.size() > 1;
        }

        int size() {
            return communicator.size();
        }

        boolean isRoot(int root) {
            return communicator != null && communicator.rank() == root;
        }

        Group root(int root) {
            kind.append(" with root ").append(root);
            return this;
        }

        /** Operations of the program's own have no name that all ranks know. */
        Group operation(MPI_Op op) {
            kind.append(kind.indexOf(" with ") < 0 ? " with " : " and ")
                    .append(op instanceof Predefined.Op ? op.toString() : "an operation of its own");
            return this;
        }

        Group gives(long count, MPI_Datatype type) {
            gives = watchedElements(count, type);
            givesText = count + " " + type;
            return this;
        }

        Group givesUnlessInPlace(Object buf, long count, MPI_Datatype type) {
            return buf == Predefined.IN_PLACE ? this : gives(count, type);
        }

        Group takes(long count, MPI_Datatype type) {
            takes = watchedElements(count, type);
            takesText = count + " " + type;
            return this;
        }

        Group counts(long[] given) {
            counts = Arrays.hashCode(given);
            return this;
        }

        private ElementSequence watchedElements(long count, MPI_Datatype type) {
            return isIntra() ? watch().sequences().of(count, type) : null;
        }

        /** Exchanges the calls and ends the job when they contradict each other. */
        void compare() {
            if (!isIntra()) {
                return;
            }
            byte[] own = new CollectiveCall(
                            kind.toString(), CallSite.here(), gives, givesText, takes, takesText, counts)
                    .toBytes();
            byte[] all = new byte[own.length * size()];
            allgather(own, all, comm);
            exchanged();
            List<CollectiveCall> calls = new ArrayList<>();
            for (int rank = 0; rank < size(); rank++) {
                calls.add(CollectiveCall.of(all, rank));
            }
            String contradiction = new CollectiveCalls(communicator.toString(), calls).contradiction();
            if (contradiction != null) {
                watch().end(contradiction);
            }
        }

        /** This layer has made a collective of its own, which is no call of the program's. */
        void exchanged() {
            communicator.sharedCalls().noteOwnCollective();
        }

        /** Messages of all ranks, as {@link #message} has described them, and what is expected of each. */
        void compareMessages(long[] messages, long[] expected, MPI_Datatype type) {
            for (int rank = 0; rank < size(); rank++) {
                long[] one = Arrays.copyOfRange(messages, rank * NOTHING.length, (rank + 1) * NOTHING.length);
                compareMessage(rank, one, expected[rank], type);
            }
        }

        void compareMessage(int sender, long[] message, long expected, MPI_Datatype type) {
            ElementSequence wanted = watch().sequences().of(expected, type);
            if (message[2] != 0 && wanted != null && (message[0] != wanted.elements() || message[1] != wanted.sum())) {
                watch().end("the ranks of " + communicator + " do not agree on the data of " + function + ": rank "
                        + communicator.rank() + " takes " + expected + " " + type + " from rank " + sender + " at "
                        + CallSite.here() + ", which gives " + message[0] + " elements"
                        + (message[0] == wanted.elements() ? " of other types" : ""));
            }
        }
    }

    final Group group(String function, MPI_Comm comm) {
        return new Group(function, comm);
    }

    private void allgather(byte[] own, byte[] all, MPI_Comm comm) {
        super.MPI_Allgather(own, own.length, Predefined.BYTE, all, own.length, Predefined.BYTE, comm);
    }

    private long[] message(long count, MPI_Datatype type) {
        ElementSequence elements = watch().sequences().of(count, type);
        return elements == null ? NOTHING : new long[] {elements.elements(), elements.sum(), 1};
    }

    private long[] messages(int size, long[] counts, MPI_Datatype type) {
        long[] all = new long[size * NOTHING.length];
        for (int rank = 0; counts != null && rank < Math.min(size, counts.length); rank++) {
            System.arraycopy(message(counts[rank], type), 0, all, rank * NOTHING.length, NOTHING.length);
        }
        return all;
    }

    static long[] wide(int[] counts) {
        return counts == null ? null : Arrays.stream(counts).asLongStream().toArray();
    }

    final void compareGatherv(
            String function,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            long[] recvcounts,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        Group group = group(function, comm).root(root);
        group.compare();
        if (group.isIntra()) {
            long[] own = sendbuf == Predefined.IN_PLACE ? NOTHING : message(sendcount, sendtype);
            long[] all = new long[own.length * group.size()];
            super.MPI_Gather(own, own.length, Predefined.LONG, all, own.length, Predefined.LONG, root, comm);
            group.exchanged();
            if (group.isRoot(root)) {
                group.compareMessages(all, recvcounts, recvtype);
            }
        }
    }

    final void compareAllgatherv(
            String function,
            Object sendbuf,
            long sendcount,
            MPI_Datatype sendtype,
            long[] recvcounts,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        Group group = group(function, comm).counts(recvcounts);
        group.compare();
        if (group.isIntra()) {
            long[] own = sendbuf == Predefined.IN_PLACE ? NOTHING : message(sendcount, sendtype);
            long[] all = new long[own.length * group.size()];
            super.MPI_Allgather(own, own.length, Predefined.LONG, all, own.length, Predefined.LONG, comm);
            group.exchanged();
            group.compareMessages(all, recvcounts, recvtype);
        }
    }

    final void compareScatterv(
            String function,
            long[] sendcounts,
            MPI_Datatype sendtype,
            Object recvbuf,
            long recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        Group group = group(function, comm).root(root);
        group.compare();
        if (group.isIntra()) {
            long[] all = group.isRoot(root) ? messages(group.size(), sendcounts, sendtype) : NOTHING;
            long[] own = new long[NOTHING.length];
            super.MPI_Scatter(all, own.length, Predefined.LONG, own, own.length, Predefined.LONG, root, comm);
            group.exchanged();
            if (recvbuf != Predefined.IN_PLACE) {
                group.compareMessage(root, own, recvcount, recvtype);
            }
        }
    }

    final void compareAlltoallv(
            String function,
            Object sendbuf,
            long[] sendcounts,
            MPI_Datatype sendtype,
            long[] recvcounts,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        Group group = group(function, comm);
        group.compare();
        if (group.isIntra()) {
            int size = group.size();
            long[] out = sendbuf == Predefined.IN_PLACE
                    ? messages(size, recvcounts, recvtype)
                    : messages(size, sendcounts, sendtype);
            long[] in = new long[out.length];
            super.MPI_Alltoall(out, NOTHING.length, Predefined.LONG, in, NOTHING.length, Predefined.LONG, comm);
            group.exchanged();
            group.compareMessages(in, recvcounts, recvtype);
        }
    }

    @Override
    public int MPI_Barrier(MPI_Comm comm) {
        Group group = group("MPI_Barrier", comm);
        group.compare();
        return super.MPI_Barrier(comm);
    }

    @Override
    public int MPI_Bcast(Object buffer, int count, MPI_Datatype datatype, int root, MPI_Comm comm) {
        Group group = group("MPI_Bcast", comm).root(root);
        if (group.isRoot(root)) {
            group.gives(count, datatype);
        } else {
            group.takes(count, datatype);
        }
        group.compare();
        return super.MPI_Bcast(buffer, count, datatype, root, comm);
    }

    @Override
    public int MPI_Reduce(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, int root, MPI_Comm comm) {
        group("MPI_Reduce", comm)
                .root(root)
                .operation(op)
                .gives(count, datatype)
                .compare();
        return super.MPI_Reduce(sendbuf, recvbuf, count, datatype, op, root, comm);
    }

    @Override
    public int MPI_Allreduce(
            Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        group("MPI_Allreduce", comm).operation(op).gives(count, datatype).compare();
        return super.MPI_Allreduce(sendbuf, recvbuf, count, datatype, op, comm);
    }

    @Override
    public int MPI_Scan(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        group("MPI_Scan", comm).operation(op).gives(count, datatype).compare();
        return super.MPI_Scan(sendbuf, recvbuf, count, datatype, op, comm);
    }

    @Override
    public int MPI_Exscan(Object sendbuf, Object recvbuf, int count, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        group("MPI_Exscan", comm).operation(op).gives(count, datatype).compare();
        return super.MPI_Exscan(sendbuf, recvbuf, count, datatype, op, comm);
    }

    @Override
    public int MPI_Reduce_scatter_block(
            Object sendbuf, Object recvbuf, int recvcount, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        group("MPI_Reduce_scatter_block", comm)
                .operation(op)
                .gives(recvcount, datatype)
                .compare();
        return super.MPI_Reduce_scatter_block(sendbuf, recvbuf, recvcount, datatype, op, comm);
    }

    @Override
    public int MPI_Reduce_scatter(
            Object sendbuf, Object recvbuf, int[] recvcounts, MPI_Datatype datatype, MPI_Op op, MPI_Comm comm) {
        group("MPI_Reduce_scatter", comm)
                .operation(op)
                .gives(1, datatype)
                .counts(wide(recvcounts))
                .compare();
        return super.MPI_Reduce_scatter(sendbuf, recvbuf, recvcounts, datatype, op, comm);
    }

    @Override
    public int MPI_Gather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        Group group = group("MPI_Gather", comm).root(root).givesUnlessInPlace(sendbuf, sendcount, sendtype);
        if (group.isRoot(root)) {
            group.takes(recvcount, recvtype);
        }
        group.compare();
        return super.MPI_Gather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    @Override
    public int MPI_Scatter(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        Group group = group("MPI_Scatter", comm).root(root);
        if (group.isRoot(root)) {
            group.gives(sendcount, sendtype);
        }
        if (recvbuf != Predefined.IN_PLACE) {
            group.takes(recvcount, recvtype);
        }
        group.compare();
        return super.MPI_Scatter(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    @Override
    public int MPI_Allgather(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        group("MPI_Allgather", comm)
                .givesUnlessInPlace(sendbuf, sendcount, sendtype)
                .takes(recvcount, recvtype)
                .compare();
        return super.MPI_Allgather(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    @Override
    public int MPI_Alltoall(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        group("MPI_Alltoall", comm)
                .givesUnlessInPlace(sendbuf, sendcount, sendtype)
                .takes(recvcount, recvtype)
                .compare();
        return super.MPI_Alltoall(sendbuf, sendcount, sendtype, recvbuf, recvcount, recvtype, comm);
    }

    @Override
    public int MPI_Gatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        compareGatherv("MPI_Gatherv", sendbuf, sendcount, sendtype, wide(recvcounts), recvtype, root, comm);
        return super.MPI_Gatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, root, comm);
    }

    @Override
    public int MPI_Allgatherv(
            Object sendbuf,
            int sendcount,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] displs,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        compareAllgatherv("MPI_Allgatherv", sendbuf, sendcount, sendtype, wide(recvcounts), recvtype, comm);
        return super.MPI_Allgatherv(sendbuf, sendcount, sendtype, recvbuf, recvcounts, displs, recvtype, comm);
    }

    @Override
    public int MPI_Scatterv(
            Object sendbuf,
            int[] sendcounts,
            int[] displs,
            MPI_Datatype sendtype,
            Object recvbuf,
            int recvcount,
            MPI_Datatype recvtype,
            int root,
            MPI_Comm comm) {
        compareScatterv("MPI_Scatterv", wide(sendcounts), sendtype, recvbuf, recvcount, recvtype, root, comm);
        return super.MPI_Scatterv(sendbuf, sendcounts, displs, sendtype, recvbuf, recvcount, recvtype, root, comm);
    }

    @Override
    public int MPI_Alltoallv(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype sendtype,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype recvtype,
            MPI_Comm comm) {
        compareAlltoallv("MPI_Alltoallv", sendbuf, wide(sendcounts), sendtype, wide(recvcounts), recvtype, comm);
        return super.MPI_Alltoallv(
                sendbuf, sendcounts, sdispls, sendtype, recvbuf, recvcounts, rdispls, recvtype, comm);
    }

    @Override
    public int MPI_Alltoallw(
            Object sendbuf,
            int[] sendcounts,
            int[] sdispls,
            MPI_Datatype[] sendtypes,
            Object recvbuf,
            int[] recvcounts,
            int[] rdispls,
            MPI_Datatype[] recvtypes,
            MPI_Comm comm) {
        group("MPI_Alltoallw", comm).compare();
        return super.MPI_Alltoallw(
                sendbuf, sendcounts, sdispls, sendtypes, recvbuf, recvcounts, rdispls, recvtypes, comm);
    }
}
