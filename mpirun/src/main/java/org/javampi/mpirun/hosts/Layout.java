package org.javampi.mpirun.hosts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which host each rank lives on, and in which of the host's virtual machines. Hosts that get no
 * rank are not in it. VMs are numbered by their first ranks.
 */
public final class Layout {
    private final List<String> hosts = new ArrayList<>();
    private final int[] hostOf;
    private final int[] machineOf;
    private final List<int[]> machines = new ArrayList<>();
    private final int ranksPerMachine;

    private final int[] shareOf;

    private Layout(List<String> known, int[] hostOf, int[] shareOf, int ranksPerMachine) {
        this.ranksPerMachine = ranksPerMachine;
        this.shareOf = shareOf;
        this.hostOf = new int[hostOf.length];
        machineOf = new int[hostOf.length];
        Map<Integer, Integer> used = new HashMap<>();
        Map<Integer, Integer> open = new HashMap<>();
        for (int rank = 0; rank < hostOf.length; rank++) {
            if (rank > 0 && shareOf[rank] != shareOf[rank - 1]) {
                // A virtual machine runs one program.
                open.clear();
            }
            Integer host = used.get(hostOf[rank]);
            if (host == null) {
                host = hosts.size();
                used.put(hostOf[rank], host);
                hosts.add(known.get(hostOf[rank]));
            }
            this.hostOf[rank] = host;
            Integer machine = open.get(host);
            if (machine == null || machines.get(machine).length == ranksPerMachine) {
                machine = machines.size();
                open.put(host, machine);
                machines.add(new int[0]);
            }
            int[] hosted = machines.get(machine);
            hosted = Arrays.copyOf(hosted, hosted.length + 1);
            hosted[hosted.length - 1] = rank;
            machines.set(machine, hosted);
            machineOf[rank] = machine;
        }
    }

    /**
     * Places ranks. Slots are a wish: ranks beyond them are dealt out one by one, to hosts that
     * have not reached their {@code most} as long as there are such.
     *
     * @param shares the ranks of each program, in the order of their ranks
     * @param byNode whether neighbours go to different hosts; else each host is filled first
     * @param ranksPerMachine most ranks that share a virtual machine
     */
    public static Layout of(List<HostSlots> hosts, List<Share> shares, boolean byNode, int ranksPerMachine) {
        int ranks = shares.stream().mapToInt(Share::ranks).sum();
        int[] hostOf = new int[ranks];
        int[] shareOf = new int[ranks];
        int[] used = new int[hosts.size()];
        int rank = 0;
        for (int share = 0; share < shares.size(); share++) {
            int end = rank + shares.get(share).ranks();
            Arrays.fill(shareOf, rank, end, share);
            deal(hosts, shares.get(share).allowed(hosts), used, byNode, hostOf, rank, end);
            rank = end;
        }
        return new Layout(names(hosts), hostOf, shareOf, ranksPerMachine);
    }

    private static List<String> names(List<HostSlots> hosts) {
        return hosts.stream().map(HostSlots::name).toList();
    }

    /** The same ranks, but {@code rank} is on the host of this name. */
    Layout withMoved(int rank, String name) {
        List<String> known = new ArrayList<>(hosts);
        if (!known.contains(name)) {
            known.add(name);
        }
        int[] moved = hostOf.clone();
        moved[rank] = known.indexOf(name);
        return new Layout(known, moved, shareOf, ranksPerMachine);
    }

    /** The same ranks; those of the host of this name are dealt out to {@code others}, by their free slots first. */
    Layout withDrained(String name, List<HostSlots> others, List<Share> shares) {
        int drained = hosts.indexOf(name);
        List<String> known = names(others);
        int[] used = new int[others.size()];
        int[] moved = new int[hostOf.length];
        for (int rank = 0; rank < hostOf.length; rank++) {
            if (hostOf[rank] != drained) {
                moved[rank] = known.indexOf(hosts.get(hostOf[rank]));
                used[moved[rank]]++;
            }
        }
        for (int share = 0; share < shares.size(); share++) {
            int program = share;
            int[] leaving = ranksOn(name).stream()
                    .filter(rank -> shareOf[rank] == program)
                    .mapToInt(Integer::intValue)
                    .toArray();
            int[] dealt = new int[leaving.length];
            deal(others, shares.get(share).allowed(others), used, true, dealt, 0, dealt.length);
            for (int i = 0; i < dealt.length; i++) {
                moved[leaving[i]] = dealt[i];
            }
        }
        return new Layout(known, moved, shareOf, ranksPerMachine);
    }

    /** Ranks on the host of this name; none where it has no rank. */
    public List<Integer> ranksOn(String name) {
        int host = hosts.indexOf(name);
        return IntStream.range(0, hostOf.length)
                .filter(rank -> hostOf[rank] == host)
                .boxed()
                .toList();
    }

    /** Finds hosts for the ranks from {@code rank} to before {@code end} among those that are allowed. */
    private static void deal(
            List<HostSlots> hosts, int[] allowed, int[] used, boolean byNode, int[] hostOf, int first, int end) {
        int rank = first;
        while (rank < end) {
            int host = roomiest(hosts, allowed, used, byNode);
            if (host < 0) {
                break;
            }
            used[host]++;
            hostOf[rank++] = host;
        }
        boolean bounded = true;
        while (rank < end) {
            int before = rank;
            for (int i = 0; i < allowed.length && rank < end; i++) {
                int host = allowed[i];
                if (!bounded || used[host] < hosts.get(host).most()) {
                    used[host]++;
                    hostOf[rank++] = host;
                }
            }
            bounded = bounded && rank > before;
        }
    }

    /** The next host with a free slot: the first, or by node the first of those with the fewest ranks; -1 for none. */
    private static int roomiest(List<HostSlots> hosts, int[] allowed, int[] used, boolean byNode) {
        int found = -1;
        for (int host : allowed) {
            if (used[host] < hosts.get(host).slots()) {
                if (!byNode) {
                    return host;
                }
                found = found < 0 || used[host] < used[found] ? host : found;
            }
        }
        return found;
    }

    /** Number of ranks. */
    public int ranks() {
        return hostOf.length;
    }

    /** Names of the hosts that have ranks. */
    public List<String> hosts() {
        return hosts;
    }

    /** Host of a rank, as an index into {@link #hosts}. */
    public int hostOf(int rank) {
        return hostOf[rank];
    }

    /** Number of virtual machines. */
    public int machines() {
        return machines.size();
    }

    /** Ranks of a virtual machine, ascending. */
    public int[] hosted(int machine) {
        return machines.get(machine).clone();
    }

    /** Which program's share the ranks of a virtual machine are of. */
    public int shareOf(int machine) {
        return shareOf[machines.get(machine)[0]];
    }

    /** Virtual machine of a rank. */
    public int machineOf(int rank) {
        return machineOf[rank];
    }

    /** Host of a virtual machine. */
    public int hostOfMachine(int machine) {
        return hostOf[machines.get(machine)[0]];
    }

    /** Virtual machines of a host. */
    public List<Integer> machinesOn(int host) {
        List<Integer> found = new ArrayList<>();
        for (int machine = 0; machine < machines.size(); machine++) {
            if (hostOfMachine(machine) == host) {
                found.add(machine);
            }
        }
        return found;
    }

    /** Whether virtual machines are meant for several ranks. */
    public boolean isShared() {
        return ranksPerMachine > 1;
    }

    /** The map as a person reads it, one line per host: {@code h1: 0 1 2}. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int host = 0; host < hosts.size(); host++) {
            StringBuilder line = new StringBuilder(hosts.get(host)).append(": ranks");
            for (int rank = 0; rank < hostOf.length; rank++) {
                if (hostOf[rank] == host) {
                    line.append(' ').append(rank);
                }
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
