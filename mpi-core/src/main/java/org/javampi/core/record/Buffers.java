package org.javampi.core.record;

import java.util.ArrayList;
import java.util.List;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Datatype;
import org.javampi.Predefined;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.buffer.Block;
import org.javampi.core.comm.Communicator;
import org.javampi.core.datatype.Datatypes;
import org.javampi.core.topology.Neighbourhood;

/**
 * Which memory a call sends from and receives into (MPI-4.1 chapters 3, 4, 6 and 8), by the names of its parameters.
 * What a rank does not know, such as which pieces a message fills, counts as received.
 */
final class Buffers {
    private static final Block[] NONE = {};

    private final RankBinding binding;
    private final boolean fills;

    /**
     * The memory of the calls that come to {@code binding}.
     *
     * @param fills whether what calls receive is put into their memory from here; else they do it themselves
     */
    Buffers(RankBinding binding, boolean fills) {
        this.binding = binding;
        this.fills = fills;
    }

    /** The memory of one call, as it is put together. */
    private final class Memory {
        private final Function function;
        private final Object[] arguments;
        private final boolean forReceive;
        private final List<Block> blocks = new ArrayList<>();

        Memory(Function function, Object[] arguments, boolean forReceive) {
            this.function = function;
            this.arguments = arguments;
            this.forReceive = forReceive;
        }

        Object argument(String name) {
            return function.argument(name, arguments);
        }

        long number(String name) {
            return function.number(name, arguments);
        }

        boolean has(String name) {
            return function.place(name) >= 0;
        }

        boolean isInPlace(String name) {
            return argument(name) == Predefined.IN_PLACE;
        }

        Memory items(Object buffer, long count, Object type, long byteOffset) {
            if (count > 0) {
                MPI_Datatype own = (MPI_Datatype) type;
                blocks.add(
                        forReceive && !fills
                                ? binding.received(buffer, count, own, byteOffset)
                                : binding.block(buffer, count, own, forReceive, byteOffset));
            }
            return this;
        }

        Memory items(String buffer, long count, String type) {
            return items(argument(buffer), count, argument(type), 0);
        }

        /** Pieces with counts and displacements of their own, and types where {@code types} names an array. */
        Memory pieces(String buffer, String counts, String displacements, String types, int pieces) {
            Object type = argument(types);
            for (int i = 0; i < pieces; i++) {
                Object own = type instanceof MPI_Datatype[] each ? each[i] : type;
                long count = element(argument(counts), i);
                if (count > 0) {
                    long unit = type instanceof MPI_Datatype[]
                            ? 1
                            : Datatypes.communicable((MPI_Datatype) own).extent();
                    items(argument(buffer), count, own, element(argument(displacements), i) * unit);
                }
            }
            return this;
        }

        Block[] all() {
            return blocks.isEmpty() ? NONE : blocks.toArray(NONE);
        }
    }

    static long element(Object array, int index) {
        return array instanceof int[] ints ? ints[index] : ((long[]) array)[index];
    }

    private static long sum(Object array, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += element(array, i);
        }
        return sum;
    }

    /** What a call sends, or will send when it is started. */
    Block[] sent(Function function, Object[] arguments) {
        Memory memory = new Memory(function, arguments, false);
        if (function.collective() != null) {
            sentByCollective(memory);
            return memory.all();
        }
        switch (function.base()) {
            case "Send", "Bsend", "Ssend", "Rsend", "Isend", "Ibsend", "Issend", "Irsend" ->
                memory.items("buf", memory.number("count"), "datatype");
            case "Send_init", "Bsend_init", "Ssend_init", "Rsend_init" ->
                memory.items("buf", memory.number("count"), "datatype");
            case "Psend_init" -> memory.items("buf", memory.number("count") * memory.number("partitions"), "datatype");
            case "Sendrecv", "Isendrecv" -> memory.items("sendbuf", memory.number("sendcount"), "sendtype");
            case "Sendrecv_replace", "Isendrecv_replace" -> memory.items("buf", memory.number("count"), "datatype");
            default -> {
                // The others send nothing of the program's.
            }
        }
        return memory.all();
    }

    /** What a call receives into, or what the call will that completes it. */
    Block[] received(Function function, Object[] arguments) {
        Memory memory = new Memory(function, arguments, true);
        if (function.collective() != null) {
            receivedByCollective(memory);
            return memory.all();
        }
        switch (function.base()) {
            case "Recv", "Irecv", "Mrecv", "Imrecv", "Recv_init" ->
                memory.items("buf", memory.number("count"), "datatype");
            case "Precv_init" -> memory.items("buf", memory.number("count") * memory.number("partitions"), "datatype");
            case "Sendrecv", "Isendrecv" -> memory.items("recvbuf", memory.number("recvcount"), "recvtype");
            case "Sendrecv_replace", "Isendrecv_replace" -> memory.items("buf", memory.number("count"), "datatype");
            default -> {
                // The others receive nothing into the program's memory.
            }
        }
        return memory.all();
    }

    /** Whether the status of the call, or of its completion, says how much was received. */
    static boolean isMessage(Function function) {
        return function.collective() == null && !function.base().startsWith("Precv");
    }

    private Communicator communicator(Memory memory) {
        return binding.known((MPI_Comm) memory.argument("comm"));
    }

    private static boolean isRoot(Communicator c, long root) {
        return c.isInter() ? root == MPI.MPI_ROOT : root == c.rank();
    }

    /** Of an inter-communicator: a rank beside the root, which takes no part. */
    private static boolean isIdle(Communicator c, long root) {
        return c.isInter() && root == Predefined.PROC_NULL;
    }

    private void sentByCollective(Memory m) {
        Communicator c = communicator(m);
        if (c == null) {
            return;
        }
        long root = m.has("root") ? m.number("root") : 0;
        boolean isRoot = isRoot(c, root);
        String kind = m.function.collective();
        switch (kind) {
            case "barrier" -> {
                // No data.
            }
            case "bcast" -> {
                if (isRoot) {
                    m.items("buffer", m.number("count"), "datatype");
                }
            }
            case "gather", "gatherv" -> {
                if (!isIdle(c, root) && !(c.isInter() && isRoot) && !m.isInPlace("sendbuf")) {
                    m.items("sendbuf", m.number("sendcount"), "sendtype");
                }
            }
            case "scatter" -> {
                if (isRoot) {
                    m.items("sendbuf", m.number("sendcount") * c.remoteSize(), "sendtype");
                }
            }
            case "scatterv" -> {
                if (isRoot) {
                    m.pieces("sendbuf", "sendcounts", "displs", "sendtype", c.remoteSize());
                }
            }
            case "reduce" -> {
                if (!isIdle(c, root) && !(c.isInter() && isRoot)) {
                    m.items(m.isInPlace("sendbuf") ? "recvbuf" : "sendbuf", m.number("count"), "datatype");
                }
            }
            case "allreduce", "scan", "exscan" ->
                m.items(m.isInPlace("sendbuf") ? "recvbuf" : "sendbuf", m.number("count"), "datatype");
            case "reduce_scatter" ->
                m.items(
                        m.isInPlace("sendbuf") ? "recvbuf" : "sendbuf",
                        sum(m.argument("recvcounts"), c.size()),
                        "datatype");
            case "reduce_scatter_block" ->
                m.items(m.isInPlace("sendbuf") ? "recvbuf" : "sendbuf", m.number("recvcount") * c.size(), "datatype");
            default -> sentToEach(m, c, kind);
        }
    }

    private static void sentToEach(Memory m, Communicator c, String kind) {
        if (m.isInPlace("sendbuf")) {
            return;
        }
        int pieces = c.remoteSize();
        if (kind.startsWith("neighbor")) {
            Neighbourhood neighbours = Neighbourhood.of(c.topology(), c.rank());
            pieces = neighbours == null ? 0 : neighbours.outdegree();
        }
        if (kind.endsWith("alltoallw")) {
            m.pieces("sendbuf", "sendcounts", "sdispls", "sendtypes", pieces);
        } else if (kind.endsWith("alltoallv")) {
            m.pieces("sendbuf", "sendcounts", "sdispls", "sendtype", pieces);
        } else {
            m.items("sendbuf", m.number("sendcount") * (kind.endsWith("alltoall") ? pieces : 1), "sendtype");
        }
    }

    private void receivedByCollective(Memory m) {
        Communicator c = communicator(m);
        if (c == null) {
            return;
        }
        long root = m.has("root") ? m.number("root") : 0;
        boolean isRoot = isRoot(c, root);
        String kind = m.function.collective();
        switch (kind) {
            case "barrier" -> {
                // No data.
            }
            case "bcast" -> {
                if (!isRoot && !isIdle(c, root)) {
                    m.items("buffer", m.number("count"), "datatype");
                }
            }
            case "gather" -> {
                if (isRoot) {
                    m.items("recvbuf", m.number("recvcount") * c.remoteSize(), "recvtype");
                }
            }
            case "gatherv" -> {
                if (isRoot) {
                    m.pieces("recvbuf", "recvcounts", "displs", "recvtype", c.remoteSize());
                }
            }
            case "scatter", "scatterv" -> {
                if (!isIdle(c, root) && !(c.isInter() && isRoot) && !m.isInPlace("recvbuf")) {
                    m.items("recvbuf", m.number("recvcount"), "recvtype");
                }
            }
            case "reduce" -> {
                if (isRoot) {
                    m.items("recvbuf", m.number("count"), "datatype");
                }
            }
            case "allreduce", "scan", "exscan" -> m.items("recvbuf", m.number("count"), "datatype");
            case "reduce_scatter" -> m.items("recvbuf", element(m.argument("recvcounts"), c.rank()), "datatype");
            case "reduce_scatter_block" -> m.items("recvbuf", m.number("recvcount"), "datatype");
            default -> receivedFromEach(m, c, kind);
        }
    }

    private static void receivedFromEach(Memory m, Communicator c, String kind) {
        int pieces = c.remoteSize();
        if (kind.startsWith("neighbor")) {
            Neighbourhood neighbours = Neighbourhood.of(c.topology(), c.rank());
            pieces = neighbours == null ? 0 : neighbours.indegree();
        }
        if (kind.endsWith("alltoallw")) {
            m.pieces("recvbuf", "recvcounts", "rdispls", "recvtypes", pieces);
        } else if (kind.endsWith("alltoallv")) {
            m.pieces("recvbuf", "recvcounts", "rdispls", "recvtype", pieces);
        } else if (kind.endsWith("allgatherv")) {
            m.pieces("recvbuf", "recvcounts", "displs", "recvtype", pieces);
        } else {
            m.items("recvbuf", m.number("recvcount") * pieces, "recvtype");
        }
    }
}
