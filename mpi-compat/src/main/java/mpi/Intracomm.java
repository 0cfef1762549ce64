package mpi;

import static mpi.MPIException.check;
import static org.javampi.MPI.MPI_COMM_NULL;
import static org.javampi.MPI.MPI_COMM_TYPE_SHARED;
import static org.javampi.MPI.MPI_Cart_create;
import static org.javampi.MPI.MPI_Comm_create;
import static org.javampi.MPI.MPI_Comm_create_group;
import static org.javampi.MPI.MPI_Comm_dup_with_info;
import static org.javampi.MPI.MPI_Comm_split;
import static org.javampi.MPI.MPI_Comm_split_type;
import static org.javampi.MPI.MPI_Dist_graph_create;
import static org.javampi.MPI.MPI_Dist_graph_create_adjacent;
import static org.javampi.MPI.MPI_Graph_create;
import static org.javampi.MPI.MPI_UNDEFINED;
import static org.javampi.MPI.MPI_UNWEIGHTED;

import org.javampi.MPI_Comm;

/** A communicator of one group. */
public class Intracomm extends Scans {
    Intracomm(MPI_Comm handle) {
        super(handle);
    }

    private static Intracomm begun(MPI_Comm handle) {
        Intracomm made = new Intracomm(handle);
        made.begin();
        return made;
    }

    /** What mpiJava answers a process that is no member. */
    static <C extends Comm> C orNull(C made) {
        return made.isNull() ? null : made;
    }

    // ---- mpiJava

    /** {@link MPI#IDENT}, {@link MPI#CONGRUENT}, {@link MPI#SIMILAR} or {@link MPI#UNEQUAL}. */
    public static int Compare(Comm comm1, Comm comm2) {
        return comparison(comm1, comm2);
    }

    /** A communicator of those with the same colour, ordered by key; null for {@link MPI#UNDEFINED}. */
    public Intracomm Split(int color, int key) {
        return orNull(split(color, key));
    }

    /** A communicator of the processes of {@code group}; null at others. */
    public Intracomm Create(Group group) {
        return orNull(create(group));
    }

    /** As {@link #Create}: the name that mpiJava's first release had. */
    public Intracomm Creat(Group group) {
        return Create(group);
    }

    /** A grid; null at processes that are left over. */
    public Cartcomm Create_cart(int[] dims, boolean[] periods, boolean reorder) {
        return orNull(createCart(dims, periods, reorder));
    }

    /** A graph; null at processes that are left over. */
    public Graphcomm Create_graph(int[] index, int[] edges, boolean reorder) {
        return orNull(createGraph(index, edges, reorder));
    }

    // ---- Open MPI

    @Override
    public Intracomm clone() {
        return dup();
    }

    @Override
    public Intracomm dup() {
        return begun(duplicated());
    }

    @Override
    public Intracomm iDup() {
        return dup();
    }

    @Override
    public Intracomm dupWithInfo(Info info) {
        MPI_Comm[] made = new MPI_Comm[1];
        check(MPI_Comm_dup_with_info(handle, Info.handle(info), made));
        return begun(made[0]);
    }

    /** A communicator of those with the same colour, ordered by key. */
    public final Intracomm split(int colour, int key) {
        MPI_Comm[] made = new MPI_Comm[1];
        check(MPI_Comm_split(handle, colour == MPI.UNDEFINED ? MPI_UNDEFINED : colour, key, made));
        return begun(made[0]);
    }

    /** A communicator of the processes that are of one kind; {@link Comm#TYPE_SHARED} is the only one. */
    public final Intracomm splitType(int splitType, int key, Info info) {
        MPI_Comm[] made = new MPI_Comm[1];
        check(MPI_Comm_split_type(handle, kind(splitType), key, Info.handle(info), made));
        return begun(made[0]);
    }

    /** What the C-shaped API calls a kind of processes. */
    private static int kind(int splitType) {
        if (splitType == Comm.TYPE_SHARED) {
            return MPI_COMM_TYPE_SHARED;
        }
        if (splitType == MPI.UNDEFINED) {
            return MPI_UNDEFINED;
        }
        throw new MPIException(
                MPI.ERR_ARG, "split type " + splitType + " is none: pass Comm.TYPE_SHARED or MPI.UNDEFINED");
    }

    /** A communicator of the processes of {@code group}. */
    public final Intracomm create(Group group) {
        MPI_Comm[] made = new MPI_Comm[1];
        check(MPI_Comm_create(handle, group.handle(), made));
        return begun(made[0]);
    }

    /** As {@link #create}; only the processes of {@code group} call it. */
    public final Intracomm createGroup(Group group, int tag) {
        MPI_Comm[] made = new MPI_Comm[1];
        check(MPI_Comm_create_group(handle, group.handle(), tag, made));
        return begun(made[0]);
    }

    /** A grid. */
    public final CartComm createCart(int[] dims, boolean[] periods, boolean reorder) {
        MPI_Comm[] made = new MPI_Comm[1];
        check(MPI_Cart_create(handle, dims.length, dims, periods, reorder, made));
        CartComm grid = new CartComm(made[0]);
        grid.begin();
        return grid;
    }

    /** A graph. */
    public final GraphComm createGraph(int[] index, int[] edges, boolean reorder) {
        MPI_Comm[] made = new MPI_Comm[1];
        check(MPI_Graph_create(handle, index.length, index, edges, reorder, made));
        return graph(made[0]);
    }

    private static GraphComm graph(MPI_Comm made) {
        GraphComm graph = new GraphComm(made);
        graph.begin();
        return graph;
    }

    /** A graph of which each process names some edges. */
    public final GraphComm createDistGraph(
            int[] sources, int[] degrees, int[] destinations, int[] weights, Info info, boolean reorder) {
        MPI_Comm[] made = new MPI_Comm[1];
        check(MPI_Dist_graph_create(
                handle,
                sources.length,
                sources,
                degrees,
                destinations,
                weights == null ? MPI_UNWEIGHTED : weights,
                Info.handle(info),
                reorder,
                made));
        return graph(made[0]);
    }

    /** As above, without weights. */
    public final GraphComm createDistGraph(
            int[] sources, int[] degrees, int[] destinations, Info info, boolean reorder) {
        return createDistGraph(sources, degrees, destinations, null, info, reorder);
    }

    /** A graph of which each process names its own neighbours. */
    public final GraphComm createDistGraphAdjacent(
            int[] sources, int[] sourceWeights, int[] destinations, int[] destWeights, Info info, boolean reorder) {
        boolean weighted = sourceWeights != null && destWeights != null;
        MPI_Comm[] made = new MPI_Comm[1];
        check(MPI_Dist_graph_create_adjacent(
                handle,
                sources.length,
                sources,
                weighted ? sourceWeights : MPI_UNWEIGHTED,
                destinations.length,
                destinations,
                weighted ? destWeights : MPI_UNWEIGHTED,
                Info.handle(info),
                reorder,
                made));
        return graph(made[0]);
    }

    /** As above, without weights. */
    public final GraphComm createDistGraphAdjacent(int[] sources, int[] destinations, Info info, boolean reorder) {
        return createDistGraphAdjacent(sources, null, destinations, null, info, reorder);
    }

    // ---- Processes that are not there yet

    /** Not available: the processes of a job are fixed. */
    public static String openPort() {
        throw processes("Intracomm.openPort");
    }

    /** Not available: the processes of a job are fixed. */
    public static void closePort(String name) {
        throw processes("Intracomm.closePort");
    }

    /** Not available: the processes of a job are fixed. */
    public final Intercomm accept(String port, int root) {
        throw processes("Intracomm.accept");
    }

    /** Not available: the processes of a job are fixed. */
    public final Intercomm connect(String port, int root) {
        throw processes("Intracomm.connect");
    }

    /** Not available: the processes of a job are fixed. */
    public static void publishName(String service, String port) {
        throw processes("Intracomm.publishName");
    }

    /** Not available: the processes of a job are fixed. */
    public static void unpublishName(String service, String port) {
        throw processes("Intracomm.unpublishName");
    }

    /** Not available: the processes of a job are fixed. */
    public static String lookupName(String service) {
        throw processes("Intracomm.lookupName");
    }

    private static MPIException processes(String name) {
        return MPIException.unsupported(
                name, "the processes of a job are fixed; start all of them with javampirun -np N");
    }

    static boolean isNull(MPI_Comm comm) {
        return comm == MPI_COMM_NULL;
    }
}
