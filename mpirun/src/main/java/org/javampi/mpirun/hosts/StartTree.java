package org.javampi.mpirun.hosts;

import java.util.ArrayList;
import java.util.List;

/**
 * A host, and those whose agents its own agent starts: with 64 each, two steps reach 4,160 hosts.
 *
 * @param host number in the layout
 */
public record StartTree(int host, List<StartTree> children) {
    /** Trees with all {@code hosts}, at most {@code fanOut}, of like sizes; a host starts at most {@code fanOut} others. */
    public static List<StartTree> of(List<Integer> hosts, int fanOut) {
        List<StartTree> trees = new ArrayList<>();
        int count = Math.min(fanOut, hosts.size());
        for (int i = 0; i < count; i++) {
            int start = (int) ((long) hosts.size() * i / count);
            int end = (int) ((long) hosts.size() * (i + 1) / count);
            trees.add(new StartTree(hosts.get(start), of(hosts.subList(start + 1, end), fanOut)));
        }
        return trees;
    }

    /** The tree of a host that is in one of {@code trees}. */
    public static StartTree find(List<StartTree> trees, int host) {
        for (StartTree tree : trees) {
            StartTree found = tree.host == host ? tree : find(tree.children, host);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
