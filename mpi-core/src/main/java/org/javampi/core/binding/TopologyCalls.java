package org.javampi.core.binding;

import java.util.Arrays;
import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.Predefined;
import org.javampi.core.comm.CallKind;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.Constructors;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.group.Group;
import org.javampi.core.topology.Dimensions;
import org.javampi.core.topology.DistributedGraph;
import org.javampi.core.topology.Graph;
import org.javampi.core.topology.Grid;
import org.javampi.core.topology.Placement;
import org.javampi.job.RankHost;

/** Process topologies (MPI-1.1 chapter 6). */
abstract class TopologyCalls extends PartitionedCalls {
    TopologyCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Cart_create(
            MPI_Comm comm_old, int ndims, int[] dims, boolean[] periods, boolean reorder, MPI_Comm[] comm_cart) {
        return guard("MPI_Cart_create", comm_old, c -> {
            checkIntra(c);
            Grid grid = Grid.of(ndims, dims, periods, c.size());
            checkOut(comm_cart, "comm_cart");
            int[] ranks = reorder ? Placement.in(grid, c.hosts()) : null;
            comm_cart[0] = withTopology(c, grid, grid.size(), ranks);
        });
    }

    @Override
    public int MPI_Dims_create(int nnodes, int ndims, int[] dims) {
        return guard("MPI_Dims_create", () -> {
            checkRoom(dims, Math.max(0, ndims), "dims");
            Dimensions.fill(nnodes, ndims, dims);
        });
    }

    @Override
    public int MPI_Graph_create(
            MPI_Comm comm_old, int nnodes, int[] index, int[] edges, boolean reorder, MPI_Comm[] comm_graph) {
        return guard("MPI_Graph_create", comm_old, c -> {
            checkIntra(c);
            Graph graph = Graph.of(nnodes, index, edges, c.size());
            checkOut(comm_graph, "comm_graph");
            int[] ranks = reorder ? Placement.in(graph, c.hosts()) : null;
            comm_graph[0] = withTopology(c, graph, graph.size(), ranks);
        });
    }

    @Override
    public int MPI_Topo_test(MPI_Comm comm, int[] status) {
        return guard("MPI_Topo_test", comm, c -> {
            checkOut(status, "status");
            Object topology = c.topology();
            status[0] = topology instanceof Grid
                    ? MPI.MPI_CART
                    : topology instanceof Graph
                            ? MPI.MPI_GRAPH
                            : topology instanceof DistributedGraph ? MPI.MPI_DIST_GRAPH : MPI.MPI_UNDEFINED;
        });
    }

    @Override
    public int MPI_Graphdims_get(MPI_Comm comm, int[] nnodes, int[] nedges) {
        return guard("MPI_Graphdims_get", comm, c -> {
            Graph graph = graph(c);
            checkOut(nnodes, "nnodes");
            checkOut(nedges, "nedges");
            nnodes[0] = graph.size();
            nedges[0] = graph.edgeCount();
        });
    }

    @Override
    public int MPI_Graph_get(MPI_Comm comm, int maxindex, int maxedges, int[] index, int[] edges) {
        return guard("MPI_Graph_get", comm, c -> {
            graph(c).get(maxindex, index, maxedges, edges);
        });
    }

    @Override
    public int MPI_Cartdim_get(MPI_Comm comm, int[] ndims) {
        return guard("MPI_Cartdim_get", comm, c -> {
            checkOut(ndims, "ndims");
            ndims[0] = grid(c).dimensions();
        });
    }

    @Override
    public int MPI_Cart_get(MPI_Comm comm, int maxdims, int[] dims, boolean[] periods, int[] coords) {
        return guard("MPI_Cart_get", comm, c -> {
            Grid grid = grid(c);
            checkDimensions(grid, maxdims);
            int n = grid.dimensions();
            checkRoom(dims, n, "dims");
            checkRoom(periods, n, "periods");
            checkRoom(coords, n, "coords");
            for (int i = 0; i < n; i++) {
                dims[i] = grid.extent(i);
                periods[i] = grid.isPeriodic(i);
            }
            grid.coords(c.rank(), coords);
        });
    }

    @Override
    public int MPI_Cart_rank(MPI_Comm comm, int[] coords, int[] rank) {
        return guard("MPI_Cart_rank", comm, c -> {
            checkOut(rank, "rank");
            rank[0] = grid(c).rank(coords);
        });
    }

    @Override
    public int MPI_Cart_coords(MPI_Comm comm, int rank, int maxdims, int[] coords) {
        return guard("MPI_Cart_coords", comm, c -> {
            Grid grid = grid(c);
            checkDimensions(grid, maxdims);
            grid.coords(rank, coords);
        });
    }

    @Override
    public int MPI_Graph_neighbors_count(MPI_Comm comm, int rank, int[] nneighbors) {
        return guard("MPI_Graph_neighbors_count", comm, c -> {
            checkOut(nneighbors, "nneighbors");
            nneighbors[0] = graph(c).degree(rank);
        });
    }

    @Override
    public int MPI_Graph_neighbors(MPI_Comm comm, int rank, int maxneighbors, int[] neighbors) {
        return guard("MPI_Graph_neighbors", comm, c -> {
            graph(c).neighbours(rank, maxneighbors, neighbors);
        });
    }

    @Override
    public int MPI_Cart_shift(MPI_Comm comm, int direction, int disp, int[] rank_source, int[] rank_dest) {
        return guard("MPI_Cart_shift", comm, c -> {
            Grid grid = grid(c);
            checkOut(rank_source, "rank_source");
            checkOut(rank_dest, "rank_dest");
            int source = grid.neighbour(c.rank(), direction, -(long) disp);
            rank_dest[0] = grid.neighbour(c.rank(), direction, disp);
            rank_source[0] = source;
        });
    }

    @Override
    public int MPI_Cart_sub(MPI_Comm comm, boolean[] remain_dims, MPI_Comm[] newcomm) {
        return guard("MPI_Cart_sub", comm, c -> {
            Grid grid = grid(c);
            checkRoom(remain_dims, grid.dimensions(), "remain_dims");
            checkOut(newcomm, "newcomm");
            int rank = c.rank();
            Communicator part = Constructors.split(
                    c, grid.subColor(rank, remain_dims), grid.subRank(rank, remain_dims), CallKind.CART_SUB);
            part.setTopology(grid.sub(remain_dims));
            newcomm[0] = part;
        });
    }

    @Override
    public int MPI_Cart_map(MPI_Comm comm, int ndims, int[] dims, boolean[] periods, int[] newrank) {
        return guard("MPI_Cart_map", comm, c -> {
            checkIntra(c);
            Grid grid = Grid.of(ndims, dims, periods, c.size());
            checkOut(newrank, "newrank");
            newrank[0] = c.rank() < grid.size() ? Placement.in(grid, c.hosts())[c.rank()] : MPI.MPI_UNDEFINED;
        });
    }

    @Override
    public int MPI_Graph_map(MPI_Comm comm, int nnodes, int[] index, int[] edges, int[] newrank) {
        return guard("MPI_Graph_map", comm, c -> {
            checkIntra(c);
            Graph graph = Graph.of(nnodes, index, edges, c.size());
            checkOut(newrank, "newrank");
            newrank[0] = c.rank() < graph.size() ? Placement.in(graph, c.hosts())[c.rank()] : MPI.MPI_UNDEFINED;
        });
    }

    /**
     * The first {@code size} ranks of {@code old} with a topology. Collective.
     *
     * @param ranks new rank of each, or null when they stay as they are
     */
    static MPI_Comm withTopology(Communicator old, Object topology, int size, int[] ranks) {
        int[] members = Arrays.copyOf(old.group().worldRanks(), size);
        for (int rank = 0; ranks != null && rank < size; rank++) {
            members[ranks[rank]] = old.group().worldRank(rank);
        }
        Communicator made = Constructors.create(
                old, Group.of(members), topology instanceof Grid ? CallKind.CART_CREATE : CallKind.GRAPH_CREATE);
        if (made == null) {
            return Predefined.COMM_NULL;
        }
        made.setTopology(topology);
        return made;
    }

    private static Grid grid(Communicator communicator) {
        if (communicator.topology() instanceof Grid) {
            return (Grid) communicator.topology();
        }
        throw new MpiFailure(
                MPI.MPI_ERR_TOPOLOGY, communicator + " has no cartesian topology: MPI_Cart_create makes one that has");
    }

    private static Graph graph(Communicator communicator) {
        if (communicator.topology() instanceof Graph) {
            return (Graph) communicator.topology();
        }
        throw new MpiFailure(
                MPI.MPI_ERR_TOPOLOGY, communicator + " has no graph topology: MPI_Graph_create makes one that has");
    }

    private static void checkDimensions(Grid grid, int maxdims) {
        if (maxdims < grid.dimensions()) {
            throw new MpiFailure(
                    MPI.MPI_ERR_DIMS,
                    "maxdims " + maxdims + " is less than the grid's " + grid.dimensions() + " dimensions");
        }
    }
}
