package org.javampi.conformance.topologies;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.javampi.MPI_Comm;
import org.javampi.conformance.harness.Errors;
import org.javampi.conformance.harness.Rule;
import org.javampi.conformance.harness.Spmd;

/** Graphs whose edges no rank knows all of (MPI-4.1 §8.5.4 and §8.5.5). */
class DistributedGraphTest {
    private static final int[] NONE = {};

    private record Edge(int source, int destination, int weight) {}

    /** A random graph with parallel edges and loops, the same at all ranks; the edge's number is its weight. */
    private static List<Edge> edges(int size, long seed) {
        Random random = new Random(seed + size);
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 5 * size; i++) {
            edges.add(new Edge(random.nextInt(size), random.nextInt(size), i));
        }
        return edges;
    }

    private static int[] of(List<Edge> edges, ToIntFunction<Edge> field) {
        return edges.stream().mapToInt(field).toArray();
    }

    private static int rank() {
        return MPI_Comm_rank(MPI_COMM_WORLD);
    }

    private static int size() {
        return MPI_Comm_size(MPI_COMM_WORLD);
    }

    @Spmd({1, 2, 3, 5})
    @Rule({"DGR-001", "DGR-003", "DGR-005"})
    void shouldKnowTheEdgesThatEachEndNames() {
        List<Edge> all = edges(size(), 7);
        List<Edge> in = all.stream().filter(e -> e.destination() == rank()).toList();
        List<Edge> out = all.stream().filter(e -> e.source() == rank()).toList();
        MPI_Comm[] graph = new MPI_Comm[1];
        MPI_Dist_graph_create_adjacent(
                MPI_COMM_WORLD,
                in.size(),
                of(in, Edge::source),
                of(in, Edge::weight),
                out.size(),
                of(out, Edge::destination),
                of(out, Edge::weight),
                MPI_INFO_NULL,
                true,
                graph);
        check(graph[0], in, out, true);
        MPI_Comm[] copy = {MPI_Comm_dup(graph[0])};
        check(copy[0], in, out, true);
        MPI_Comm_free(copy);
        MPI_Comm_free(graph);
    }

    @Spmd({1, 2, 3, 5})
    @Rule({"DGR-002", "DGR-003", "DGR-004", "DGR-005"})
    void shouldBringEdgesToTheirEndsWhicheverRankNamesThem() {
        for (boolean weighted : new boolean[] {true, false}) {
            List<Edge> all = edges(size(), 8);
            // Each rank names every size()-th edge; none of them need be its own.
            List<Edge> named = new ArrayList<>();
            List<Edge> ordered = new ArrayList<>();
            for (int r = 0; r < size(); r++) {
                for (int i = r; i < all.size(); i += size()) {
                    ordered.add(all.get(i));
                    if (r == rank()) {
                        named.add(all.get(i));
                    }
                }
            }
            int[] degrees = new int[named.size()];
            Arrays.fill(degrees, 1);
            MPI_Comm[] graph = {
                MPI_Dist_graph_create(
                        MPI_COMM_WORLD,
                        named.size(),
                        of(named, Edge::source),
                        degrees,
                        of(named, Edge::destination),
                        weighted ? of(named, Edge::weight) : MPI_UNWEIGHTED,
                        MPI_INFO_NULL,
                        false)
            };
            List<Edge> in =
                    ordered.stream().filter(e -> e.destination() == rank()).toList();
            List<Edge> out = ordered.stream().filter(e -> e.source() == rank()).toList();
            check(graph[0], in, out, weighted);
            MPI_Comm_free(graph);
        }
    }

    private static void check(MPI_Comm graph, List<Edge> in, List<Edge> out, boolean weighted) {
        assertEquals(MPI_DIST_GRAPH, MPI_Topo_test(graph));
        int[] indegree = new int[1];
        int[] outdegree = new int[1];
        boolean[] weights = new boolean[1];
        MPI_Dist_graph_neighbors_count(graph, indegree, outdegree, weights);
        assertEquals(in.size(), indegree[0]);
        assertEquals(out.size(), outdegree[0]);
        assertEquals(weighted, weights[0]);
        int[] sources = new int[in.size()];
        int[] sourceWeights = new int[in.size()];
        int[] destinations = new int[out.size()];
        int[] destinationWeights = new int[out.size()];
        Arrays.fill(sourceWeights, -5);
        Arrays.fill(destinationWeights, -5);
        MPI_Dist_graph_neighbors(
                graph, in.size(), sources, sourceWeights, out.size(), destinations, destinationWeights);
        assertArrayEquals(of(in, Edge::source), sources);
        assertArrayEquals(of(out, Edge::destination), destinations);
        assertArrayEquals(of(in, e -> weighted ? e.weight() : -5), sourceWeights);
        assertArrayEquals(of(out, e -> weighted ? e.weight() : -5), destinationWeights);
        // Fewer are asked for, and no weights.
        int some = in.size() / 2;
        int[] first = new int[some];
        MPI_Dist_graph_neighbors(graph, some, first, MPI_UNWEIGHTED, 0, NONE, MPI_UNWEIGHTED);
        assertArrayEquals(Arrays.copyOf(sources, some), first);
        // What goes out along an edge comes in along it: parallel ones match in their order.
        int[] sent = of(out, Edge::weight);
        int[] received = new int[in.size()];
        MPI_Neighbor_alltoall(sent, 1, MPI_INT, received, 1, MPI_INT, graph);
        assertArrayEquals(of(in, Edge::weight), received);
        int[] collected = new int[in.size()];
        MPI_Neighbor_allgather(new int[] {100 + rank()}, 1, MPI_INT, collected, 1, MPI_INT, graph);
        assertArrayEquals(of(in, e -> 100 + e.source()), collected);
    }

    @Spmd({1, 3})
    @Rule({"DGR-004"})
    void shouldAcceptEmptyWeightsWhereARankHasNoEdge() {
        boolean first = rank() == 0;
        MPI_Comm[] graph = {
            MPI_Dist_graph_create(
                    MPI_COMM_WORLD,
                    first ? 1 : 0,
                    first ? new int[] {0} : NONE,
                    first ? new int[] {1} : NONE,
                    first ? new int[] {0} : NONE,
                    first ? new int[] {9} : MPI_WEIGHTS_EMPTY,
                    MPI_INFO_NULL,
                    false)
        };
        boolean[] weighted = new boolean[1];
        MPI_Dist_graph_neighbors_count(graph[0], new int[1], new int[1], weighted);
        assertEquals(true, weighted[0]);
        int[] weight = new int[first ? 1 : 0];
        MPI_Dist_graph_neighbors(graph[0], 1, new int[1], weight, 1, new int[1], MPI_UNWEIGHTED);
        assertArrayEquals(first ? new int[] {9} : NONE, weight);
        MPI_Comm_free(graph);
    }

    @Spmd({2, 3})
    @Rule({"DGR-004"})
    void shouldSayAtEveryRankThatOnlySomePassWeights() {
        int[] none = rank() == 1 ? MPI_WEIGHTS_EMPTY : MPI_UNWEIGHTED;
        Errors.expect(
                MPI_ERR_ARG,
                () -> MPI_Dist_graph_create(MPI_COMM_WORLD, 0, NONE, NONE, NONE, none, MPI_INFO_NULL, false));
    }

    @Spmd({1, 2})
    @Rule({"DGR-006"})
    void shouldRefuseWrongArguments() {
        MPI_Comm world = MPI_COMM_WORLD;
        int[] zero = {0};
        int[] one = {1};
        int[] beyond = {size()};
        int[] negative = {-1};
        int[] no = MPI_UNWEIGHTED;
        MPI_Comm[] out = new MPI_Comm[1];
        Errors.expect(
                MPI_ERR_RANK,
                () -> MPI_Dist_graph_create_adjacent(world, 1, beyond, no, 0, NONE, no, MPI_INFO_NULL, false, out));
        Errors.expect(
                MPI_ERR_RANK,
                () -> MPI_Dist_graph_create_adjacent(world, 0, NONE, no, 1, negative, no, MPI_INFO_NULL, false, out));
        Errors.expect(
                MPI_ERR_COUNT,
                () -> MPI_Dist_graph_create_adjacent(world, -1, zero, no, 0, NONE, no, MPI_INFO_NULL, false, out));
        Errors.expect(
                MPI_ERR_ARG,
                () -> MPI_Dist_graph_create_adjacent(world, 1, zero, one, 1, zero, no, MPI_INFO_NULL, false, out));
        Errors.expect(
                MPI_ERR_ARG,
                () -> MPI_Dist_graph_create_adjacent(
                        world, 1, zero, negative, 1, zero, one, MPI_INFO_NULL, false, out));
        Errors.expect(
                MPI_ERR_ARG,
                () -> MPI_Dist_graph_create_adjacent(world, 1, zero, null, 1, zero, no, MPI_INFO_NULL, false, out));
        Errors.expect(MPI_ERR_RANK, () -> MPI_Dist_graph_create(world, 1, beyond, one, zero, no, MPI_INFO_NULL, false));
        Errors.expect(
                MPI_ERR_COUNT, () -> MPI_Dist_graph_create(world, 1, zero, negative, zero, no, MPI_INFO_NULL, false));
        Errors.expect(MPI_ERR_ARG, () -> MPI_Dist_graph_create(world, 1, zero, one, NONE, no, MPI_INFO_NULL, false));
        Errors.expect(MPI_ERR_INFO, () -> MPI_Dist_graph_create(world, 0, NONE, NONE, NONE, no, null, false));
        Errors.expect(
                MPI_ERR_TOPOLOGY, () -> MPI_Dist_graph_neighbors_count(world, new int[1], new int[1], new boolean[1]));
        Errors.expect(MPI_ERR_TOPOLOGY, () -> MPI_Dist_graph_neighbors(world, 0, NONE, no, 0, NONE, no));
    }
}
