package org.javampi.core.record;

import java.util.Arrays;
import org.javampi.core.comm.CommunicatorShape;
import org.javampi.core.topology.DistributedGraph;
import org.javampi.core.topology.Graph;
import org.javampi.core.topology.Grid;

/** Shapes of communicators as they are written. */
final class Shapes {
    private static final int PLAIN = 0;
    private static final int GRID = 1;
    private static final int GRAPH = 2;
    private static final int DISTRIBUTED = 3;

    private Shapes() {}

    static void write(CommunicatorShape shape, Encoder out) {
        out.put(shape.origin()).put(shape.context()).put(shape.members()).put(shape.remoteMembers());
        if (shape.topology() instanceof Grid grid) {
            write(grid, out.putByte(GRID));
        } else if (shape.topology() instanceof Graph graph) {
            int[] index = new int[graph.size()];
            int[] edges = new int[graph.edgeCount()];
            graph.get(index.length, index, edges.length, edges);
            out.putByte(GRAPH).put(index).put(edges);
        } else if (shape.topology() instanceof DistributedGraph graph) {
            write(graph, out.putByte(DISTRIBUTED));
        } else {
            out.putByte(PLAIN);
        }
    }

    private static void write(Grid grid, Encoder out) {
        int[] extents = new int[grid.dimensions()];
        Arrays.setAll(extents, grid::extent);
        out.put(extents);
        for (int i = 0; i < extents.length; i++) {
            out.put(grid.isPeriodic(i));
        }
    }

    private static void write(DistributedGraph graph, Encoder out) {
        int[] sources = new int[graph.indegree()];
        int[] destinations = new int[graph.outdegree()];
        int[] sourceWeights = graph.isWeighted() ? new int[sources.length] : null;
        int[] destinationWeights = graph.isWeighted() ? new int[destinations.length] : null;
        graph.sources(sources.length, sources, sourceWeights);
        graph.destinations(destinations.length, destinations, destinationWeights);
        out.put(sources).put(sourceWeights).put(destinations).put(destinationWeights);
    }

    static CommunicatorShape read(Decoder in) {
        return new CommunicatorShape(in.getText(), in.getLong(), in.getInts(), in.getInts(), topology(in));
    }

    private static Object topology(Decoder in) {
        return switch (in.getByte()) {
            case GRID -> {
                int[] extents = in.getInts();
                boolean[] periods = new boolean[extents.length];
                for (int i = 0; i < periods.length; i++) {
                    periods[i] = in.getBoolean();
                }
                yield Grid.of(extents.length, extents, periods, Integer.MAX_VALUE);
            }
            case GRAPH -> {
                int[] index = in.getInts();
                yield Graph.of(index.length, index, in.getInts(), Integer.MAX_VALUE);
            }
            case DISTRIBUTED -> new DistributedGraph(in.getInts(), in.getInts(), in.getInts(), in.getInts());
            default -> null;
        };
    }
}
