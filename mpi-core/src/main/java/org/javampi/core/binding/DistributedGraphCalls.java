package org.javampi.core.binding;

import java.util.Arrays;
import java.util.function.Supplier;
import org.javampi.MPI;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Info;
import org.javampi.Predefined;
import org.javampi.core.comm.Communicator;
import org.javampi.core.comm.EdgeExchange;
import org.javampi.core.failure.MpiFailure;
import org.javampi.core.topology.DistributedGraph;
import org.javampi.job.RankHost;

/** Graphs of which each rank knows some edges (MPI-4.1 §8.5.4, §8.5.5). Ranks stay as they are, whatever is reordered. */
abstract class DistributedGraphCalls extends TopologyCalls {
    DistributedGraphCalls(Supplier<RankHost> rankHosts) {
        super(rankHosts);
    }

    @Override
    public int MPI_Dist_graph_create_adjacent(
            MPI_Comm comm_old,
            int indegree,
            int[] sources,
            int[] sourceweights,
            int outdegree,
            int[] destinations,
            int[] destweights,
            MPI_Info info,
            boolean reorder,
            MPI_Comm[] comm_dist_graph) {
        return guard("MPI_Dist_graph_create_adjacent", comm_old, c -> {
            checkIntra(c);
            hints(info);
            checkCount(indegree, "indegree");
            checkCount(outdegree, "outdegree");
            checkNodes(c, indegree, sources, "sources");
            checkNodes(c, outdegree, destinations, "destinations");
            int[] in = isNothing(indegree, sourceweights) ? ofNoEdges(destweights) : sourceweights;
            int[] out = isNothing(outdegree, destweights) ? ofNoEdges(sourceweights) : destweights;
            boolean weighted = checkWeights(indegree, in, "sourceweights");
            if (weighted != checkWeights(outdegree, out, "destweights")) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        "only one of sourceweights and destweights is MPI_UNWEIGHTED: pass it for both, or for neither"
                                + " (MPI_WEIGHTS_EMPTY where there are no edges)");
            }
            checkOut(comm_dist_graph, "comm_dist_graph");
            DistributedGraph graph = new DistributedGraph(
                    first(indegree, sources),
                    weighted ? first(indegree, in) : null,
                    first(outdegree, destinations),
                    weighted ? first(outdegree, out) : null);
            comm_dist_graph[0] = withTopology(c, graph, c.size(), null);
        });
    }

    @Override
    public int MPI_Dist_graph_create(
            MPI_Comm comm_old,
            int n,
            int[] sources,
            int[] degrees,
            int[] destinations,
            int[] weights,
            MPI_Info info,
            boolean reorder,
            MPI_Comm[] comm_dist_graph) {
        return guard("MPI_Dist_graph_create", comm_old, c -> {
            checkIntra(c);
            hints(info);
            checkCount(n, "n");
            checkNodes(c, n, sources, "sources");
            checkRoom(degrees, n, "degrees");
            long edges = 0;
            for (int i = 0; i < n; i++) {
                checkCount(degrees[i], "degrees", i);
                edges += degrees[i];
            }
            int all = (int) Math.min(edges, Integer.MAX_VALUE);
            checkNodes(c, all, destinations, "destinations");
            boolean weighted = checkWeights(all, isNothing(all, weights) ? Predefined.UNWEIGHTED : weights, "weights");
            checkOut(comm_dist_graph, "comm_dist_graph");
            EdgeExchange exchange = new EdgeExchange(c, weighted);
            int edge = 0;
            for (int i = 0; i < n; i++) {
                for (int last = edge + degrees[i]; edge < last; edge++) {
                    exchange.add(sources[i], destinations[edge], weighted ? weights[edge] : 0);
                }
            }
            comm_dist_graph[0] = withTopology(c, exchange.run(), c.size(), null);
        });
    }

    private static void checkNodes(Communicator c, int count, int[] nodes, String name) {
        checkRoom(nodes, count, name);
        for (int i = 0; i < count; i++) {
            if (nodes[i] < 0 || nodes[i] >= c.size()) {
                throw new MpiFailure(
                        MPI.MPI_ERR_RANK,
                        name + "[" + i + "] " + nodes[i] + " is no rank of " + c + " (allowed 0.." + (c.size() - 1)
                                + ")");
            }
        }
    }

    /** As C programs write the weights of no edges. */
    private static boolean isNothing(int count, int[] weights) {
        return count == 0 && weights == null;
    }

    /** Weights that go with those of the other edges. */
    private static int[] ofNoEdges(int[] others) {
        return others == null || others == Predefined.UNWEIGHTED ? Predefined.UNWEIGHTED : new int[0];
    }

    /** Answers whether there are weights. */
    private static boolean checkWeights(int count, int[] weights, String name) {
        if (weights == Predefined.UNWEIGHTED) {
            return false;
        }
        if (weights == null) {
            throw new MpiFailure(
                    MPI.MPI_ERR_ARG,
                    name + " is null: pass MPI_UNWEIGHTED, or MPI_WEIGHTS_EMPTY where weighted edges end elsewhere");
        }
        checkRoom(weights, count, name);
        for (int i = 0; i < count; i++) {
            if (weights[i] < 0) {
                throw new MpiFailure(
                        MPI.MPI_ERR_ARG,
                        name + "[" + i + "] " + weights[i] + " is negative (allowed 0.." + Integer.MAX_VALUE + ")");
            }
        }
        return true;
    }

    /** An array that counts for nothing where there are no edges may be null. */
    private static int[] first(int count, int[] values) {
        return count == 0 ? new int[0] : Arrays.copyOf(values, count);
    }

    @Override
    public int MPI_Dist_graph_neighbors_count(MPI_Comm comm, int[] indegree, int[] outdegree, boolean[] weighted) {
        return guard("MPI_Dist_graph_neighbors_count", comm, c -> {
            DistributedGraph graph = graph(c);
            checkOut(indegree, "indegree");
            checkOut(outdegree, "outdegree");
            checkOut(weighted, "weighted");
            indegree[0] = graph.indegree();
            outdegree[0] = graph.outdegree();
            weighted[0] = graph.isWeighted();
        });
    }

    @Override
    public int MPI_Dist_graph_neighbors(
            MPI_Comm comm,
            int maxindegree,
            int[] sources,
            int[] sourceweights,
            int maxoutdegree,
            int[] destinations,
            int[] destweights) {
        return guard("MPI_Dist_graph_neighbors", comm, c -> {
            DistributedGraph graph = graph(c);
            checkCount(maxindegree, "maxindegree");
            checkCount(maxoutdegree, "maxoutdegree");
            int in = Math.min(maxindegree, graph.indegree());
            int out = Math.min(maxoutdegree, graph.outdegree());
            checkRoom(sources, in, "sources");
            checkRoom(destinations, out, "destinations");
            boolean weightsIn = graph.isWeighted() && sourceweights != Predefined.UNWEIGHTED;
            boolean weightsOut = graph.isWeighted() && destweights != Predefined.UNWEIGHTED;
            checkRoom(sourceweights, weightsIn ? in : 0, "sourceweights");
            checkRoom(destweights, weightsOut ? out : 0, "destweights");
            graph.sources(in, sources, weightsIn ? sourceweights : null);
            graph.destinations(out, destinations, weightsOut ? destweights : null);
        });
    }

    private static DistributedGraph graph(Communicator communicator) {
        if (communicator.topology() instanceof DistributedGraph graph) {
            return graph;
        }
        throw new MpiFailure(
                MPI.MPI_ERR_TOPOLOGY,
                communicator
                        + " has no distributed graph: MPI_Dist_graph_create and MPI_Dist_graph_create_adjacent make"
                        + " one that has");
    }
}
