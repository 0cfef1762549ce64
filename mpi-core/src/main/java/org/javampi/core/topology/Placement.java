package org.javampi.core.topology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Which process takes which place in a topology, so that few neighbours are on different hosts
 * (MPI-1.1 §6.4 "reorder", §6.5.6): the best of a few placements by the number of edges between
 * hosts - as the ranks are, host after host in row-major order, in blocks of the grid where all
 * hosts have as many processes (Gropp, "Using node and socket information to implement MPI
 * Cartesian topologies", 2019), and grown greedily along edges. All processes find the same.
 */
public final class Placement {
    private final int[] hosts;
    private final int[][] neighbours;

    /** Host of each place in the best placement so far, and its edges between hosts. */
    private int[] best;

    private long bestCut;

    private Placement(int[] hosts, int[][] neighbours) {
        this.hosts = hosts;
        this.neighbours = neighbours;
        best = hosts;
        bestCut = cut(hosts);
    }

    /**
     * Places in a grid for the processes 0 to {@code grid.size() - 1}.
     *
     * @param hostOf host of each process, as small numbers
     * @return for each process its rank in the grid: a permutation
     */
    public static int[] in(Grid grid, int[] hostOf) {
        int size = grid.size();
        int[][] neighbours = new int[size][2 * grid.dimensions()];
        for (int rank = 0; rank < size; rank++) {
            for (int d = 0; d < grid.dimensions(); d++) {
                neighbours[rank][2 * d] = grid.neighbour(rank, d, 1);
                neighbours[rank][2 * d + 1] = grid.neighbour(rank, d, -1);
            }
        }
        Placement placement = new Placement(Arrays.copyOf(hostOf, size), neighbours);
        placement.tryHostAfterHost();
        placement.tryBlocks(grid);
        placement.tryGrowing();
        return placement.ranks();
    }

    /** As {@link #in(Grid, int[])}, in a graph. */
    public static int[] in(Graph graph, int[] hostOf) {
        int size = graph.size();
        int[][] neighbours = new int[size][];
        for (int rank = 0; rank < size; rank++) {
            neighbours[rank] = new int[graph.degree(rank)];
            graph.neighbours(rank, neighbours[rank].length, neighbours[rank]);
        }
        Placement placement = new Placement(Arrays.copyOf(hostOf, size), neighbours);
        placement.tryHostAfterHost();
        placement.tryGrowing();
        return placement.ranks();
    }

    /** Edges between hosts when each place has the host that {@code hostOfPlace} says. */
    private long cut(int[] hostOfPlace) {
        long cut = 0;
        for (int place = 0; place < hostOfPlace.length; place++) {
            for (int other : neighbours[place]) {
                if (other >= 0 && hostOfPlace[other] != hostOfPlace[place]) {
                    cut++;
                }
            }
        }
        return cut;
    }

    private void propose(int[] hostOfPlace) {
        long cut = cut(hostOfPlace);
        if (cut < bestCut) {
            best = hostOfPlace;
            bestCut = cut;
        }
    }

    /** Number of processes of each host, hosts in the order of their first process. */
    private Map<Integer, Integer> rooms() {
        Map<Integer, Integer> rooms = new LinkedHashMap<>();
        for (int host : hosts) {
            rooms.merge(host, 1, Integer::sum);
        }
        return rooms;
    }

    private void tryHostAfterHost() {
        int[] proposal = new int[hosts.length];
        int place = 0;
        for (Map.Entry<Integer, Integer> room : rooms().entrySet()) {
            Arrays.fill(proposal, place, place + room.getValue(), room.getKey());
            place += room.getValue();
        }
        propose(proposal);
    }

    private void tryBlocks(Grid grid) {
        Map<Integer, Integer> rooms = rooms();
        int each = rooms.values().iterator().next();
        if (rooms.values().stream().allMatch(room -> room == each)) {
            tryBlocks(grid, new ArrayList<>(rooms.keySet()), new int[grid.dimensions()], 0, each);
        }
    }

    /** Tries all blocks of {@code left} processes in dimensions from {@code dimension} on. */
    private void tryBlocks(Grid grid, List<Integer> names, int[] block, int dimension, int left) {
        if (dimension == block.length) {
            if (left == 1) {
                propose(blocks(grid, names, block));
            }
            return;
        }
        int extent = grid.extent(dimension);
        for (int length = 1; length <= Math.min(extent, left); length++) {
            if (left % length == 0 && extent % length == 0) {
                block[dimension] = length;
                tryBlocks(grid, names, block, dimension + 1, left / length);
            }
        }
    }

    private static int[] blocks(Grid grid, List<Integer> names, int[] block) {
        int[] hostOfPlace = new int[grid.size()];
        int[] coords = new int[block.length];
        for (int place = 0; place < hostOfPlace.length; place++) {
            grid.coords(place, coords);
            int index = 0;
            for (int d = 0; d < block.length; d++) {
                index = index * (grid.extent(d) / block[d]) + coords[d] / block[d];
            }
            hostOfPlace[place] = names.get(index);
        }
        return hostOfPlace;
    }

    /** Fills host after host with the free place that has most neighbours in it already. */
    private void tryGrowing() {
        int[] hostOfPlace = new int[hosts.length];
        boolean[] taken = new boolean[hosts.length];
        for (Map.Entry<Integer, Integer> room : rooms().entrySet()) {
            grow(room.getKey(), room.getValue(), hostOfPlace, taken);
        }
        propose(hostOfPlace);
    }

    private void grow(int host, int room, int[] hostOfPlace, boolean[] taken) {
        int[] links = new int[hosts.length];
        // By links, then by place; an entry is old when the place has got more links since.
        PriorityQueue<int[]> open =
                new PriorityQueue<>((a, b) -> a[0] != b[0] ? Integer.compare(b[0], a[0]) : a[1] - b[1]);
        int fresh = 0;
        for (int filled = 0; filled < room; ) {
            int[] next = open.poll();
            if (next == null) {
                while (taken[fresh]) {
                    fresh++;
                }
                next = new int[] {links[fresh], fresh};
            }
            int place = next[1];
            if (taken[place] || next[0] != links[place]) {
                continue;
            }
            taken[place] = true;
            hostOfPlace[place] = host;
            filled++;
            for (int other : neighbours[place]) {
                if (other >= 0 && !taken[other]) {
                    links[other]++;
                    open.add(new int[] {links[other], other});
                }
            }
        }
    }

    /** Deals the places of each host out to its processes, both in ascending order. */
    private int[] ranks() {
        Map<Integer, List<Integer>> places = new LinkedHashMap<>();
        for (int place = 0; place < best.length; place++) {
            places.computeIfAbsent(best[place], host -> new ArrayList<>()).add(place);
        }
        Map<Integer, Integer> dealt = new LinkedHashMap<>();
        int[] ranks = new int[hosts.length];
        for (int process = 0; process < hosts.length; process++) {
            int turn = dealt.merge(hosts[process], 1, Integer::sum) - 1;
            ranks[process] = places.get(hosts[process]).get(turn);
        }
        return ranks;
    }
}
