package org.javampi.river.farm;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.discovery.VmState;
import org.javampi.river.resource.Allocation;
import org.javampi.river.resource.ChildVm;
import org.javampi.river.resource.River;
import org.javampi.river.resource.RiverOptions;
import org.javampi.river.resource.SiteOptions;

/**
 * A farm with the VMs that a program gets without asking for them by name: free ones of this user's River, leased, and
 * where they do not suffice, some of its own on this host, which end with it.
 */
public final class Crew implements AutoCloseable {
    private static final Duration ROUND = Duration.ofMillis(300);

    private final RiverOptions options;
    private final River river;
    private final Farm farm;

    private Crew(RiverOptions options, River river) {
        this.options = options;
        this.river = river;
        farm = new Farm(river);
    }

    /** A crew of nobody yet, on the River that the environment names. */
    public static Crew open() {
        try {
            Payload.sweep();
            RiverOptions options = RiverOptions.fromEnvironment();
            return new Crew(options, River.open(options));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take part in a River: " + e.getMessage(), e);
        }
    }

    /** Its farm. */
    public Farm farm() {
        return farm;
    }

    /** Its part in the River. */
    public River river() {
        return river;
    }

    /**
     * Leases free VMs that can be found.
     *
     * @param most how many at most
     * @param enough with so many the search is over before its time
     * @param patience how long to search when there are fewer; looks twice at least
     * @return how many it has got
     */
    public int recruit(int most, int enough, Duration patience) throws InterruptedException {
        long endNs = System.nanoTime() + patience.toNanos();
        int got = 0;
        int idleRounds = 0;
        while (got < enough && (idleRounds < 2 || System.nanoTime() < endNs)) {
            int more = lease(most - got).size();
            got += more;
            idleRounds = more == 0 ? idleRounds + 1 : 0;
        }
        return got;
    }

    /**
     * Lets each free VM that can be found start a child, which works in its place and can be killed.
     *
     * @param onePerHost whether one on each host is enough
     * @param patience how long to search while there is none
     * @param jvmOptions of the children
     * @return how many it has got
     */
    public int recruitKeepers(boolean onePerHost, Duration patience, List<String> jvmOptions)
            throws InterruptedException {
        long endNs = System.nanoTime() + patience.toNanos();
        int got = 0;
        int rounds = 0;
        Set<String> hosts = new HashSet<>();
        while (got == 0 && (rounds < 2 || System.nanoTime() < endNs)) {
            rounds++;
            for (LeasedStation host : leased(Integer.MAX_VALUE, ROUND)) {
                if (onePerHost && !hosts.add(host.vm().peer().host())) {
                    host.close();
                    continue;
                }
                try {
                    farm.add(new KeptStation(river, host, jvmOptions));
                    got++;
                } catch (IOException e) {
                    host.close();
                    System.err.println("[river: no VM beside " + host.vm().peer() + ": " + e.getMessage() + "]");
                }
            }
        }
        return got;
    }

    private List<Worker> lease(int most) throws InterruptedException {
        List<Worker> workers = new ArrayList<>();
        for (Station station : leased(most, ROUND)) {
            workers.add(farm.add(station));
        }
        return workers;
    }

    private List<LeasedStation> leased(int most, Duration timeout) throws InterruptedException {
        List<LeasedStation> stations = new ArrayList<>();
        try {
            for (RiverVm vm : river.discover(Integer.MAX_VALUE, timeout)) {
                if (stations.size() < most && vm.state() == VmState.FREE) {
                    Allocation lease = river.lease(List.of(vm));
                    if (!lease.vms().isEmpty()) {
                        stations.add(new LeasedStation(river, vm, lease));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look for VMs: " + e.getMessage(), e);
        }
        return stations;
    }

    /** From now on the farm uses VMs that appear, or not. */
    public void elastic(boolean takesNewcomers) {
        farm.takeNewcomers(
                !takesNewcomers
                        ? null
                        : () -> {
                            try {
                                return leased(Integer.MAX_VALUE, ROUND);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                                return List.of();
                            }
                        });
    }

    /**
     * Starts VMs on this host, which end with this crew; returns when they are there.
     *
     * @param count how many
     * @param renewable whether another VM takes the place of one that has ended
     * @param moreOptions of their JVMs
     */
    public void start(int count, boolean renewable, List<String> moreOptions) throws InterruptedException {
        List<ChildStation> stations = new ArrayList<>();
        boolean done = false;
        try {
            for (int i = 0; i < count; i++) {
                stations.add(new ChildStation(river, () -> child(moreOptions), renewable));
            }
            for (ChildStation station : stations) {
                station.join();
            }
            stations.forEach(farm::add);
            done = true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + count + " VMs: " + e.getMessage(), e);
        } finally {
            if (!done) {
                stations.forEach(ChildStation::letGo);
                stations.forEach(ChildStation::close);
            }
        }
    }

    private ChildVm child(List<String> moreOptions) throws IOException {
        List<String> jvm = new ArrayList<>();
        // As much memory as this program may have itself: where that was limited, so are they.
        jvm.add("-Xmx" + Runtime.getRuntime().maxMemory());
        jvm.add(SiteOptions.DEFAULT_COLLECTOR);
        jvm.addAll(moreOptions);
        return ChildVm.start(classPath(), jvm, environment(), System.out);
    }

    /** A child's classes are this program's own, so that nothing needs to be shipped to it. */
    private static String classPath() {
        String path = System.getProperty("java.class.path", "");
        String modules = System.getProperty("jdk.module.path", "");
        return path.isEmpty() || modules.isEmpty() ? path + modules : path + File.pathSeparator + modules;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(RiverOptions.SECRET, options.secret().toHex());
        environment.put(RiverOptions.BIND, options.bind().getHostAddress());
        environment.put(RiverOptions.DISCOVERY_PORT, Integer.toString(options.discoveryPort()));
        // From the start: nobody else who looks for VMs gets one of these.
        environment.put(RiverOptions.OWNER, river.id().toString());
        return environment;
    }

    @Override
    public void close() {
        farm.close();
        try {
            river.close();
        } catch (IOException e) {
            throw new UncheckedIOException("at the end of a River's VM: " + e.getMessage(), e);
        }
    }
}
