package org.javampi.benchmarks.regression;

import static org.javampi.MPI.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.javampi.collectives.tune.CollectiveCall;
import org.javampi.core.spi.collective.Collective;
import org.javampi.core.world.World;

/**
 * Compares what javampi makes of the machine with what it made when the baselines were stored. All
 * figures are ratios to raw limits taken in the same run, in turn with the measurements: short
 * calls to the time of a flag between two threads, long ones to that of a copy; so they mean
 * something on another machine, and on this one at another time. A ratio is of the least of many
 * short rounds to the least: what else runs on the machine only makes rounds longer. Reports, and
 * decides nothing.
 *
 * <p>Two ranks, threads of this VM, over shared memory.
 */
public final class Regression {
    private static final int ROUNDS = 70;

    /** On a machine that is busy elsewhere fewer rounds must do. */
    private static final long LONGEST_NS = 40_000_000_000L;

    private static final int FLAG_TRIPS = 2_000;
    private static final int COPIES = 10;
    private static final int SHORT = 8;
    private static final int LONG = 1 << 20;
    private static final int SHORT_CALLS = 1_000;
    private static final int LONG_CALLS = 10;

    private final Map<String, Double> least = new LinkedHashMap<>();
    private double flag = Double.POSITIVE_INFINITY;
    private double copy = Double.POSITIVE_INFINITY;

    private Regression() {}

    /**
     * Arguments: the file of baselines, {@code --store} to write it instead of comparing, and any
     * further words about the machine.
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        List<String> words = Arrays.asList(args).subList(1, args.length);
        Map<String, Double> now = new Regression().measure();
        if (words.contains("--store")) {
            String head = words.stream().filter(w -> !w.equals("--store")).collect(Collectors.joining(" "));
            Files.write(file, Measured.write(head, now));
            System.out.println(now.size() + " baselines stored in " + file);
            return;
        }
        Map<String, Double> baselines = Files.exists(file) ? Measured.read(Files.readAllLines(file)) : Map.of();
        Measured.compare(now, baselines).forEach(System.out::println);
    }

    private Map<String, Double> measure() {
        World.of(2).transport("shm").deadline(Duration.ofMinutes(10)).run(rank -> {
            MPI_Init();
            Map<String, CollectiveCall> calls = open();
            long end = System.nanoTime() + LONGEST_NS;
            for (int round = 0; round < ROUNDS; round++) {
                boolean last = round > 2 && System.nanoTime() > end;
                if (!limits(rank, last)) {
                    break;
                }
                round(rank, calls);
            }
            calls.values().forEach(CollectiveCall::close);
            MPI_Finalize();
        });
        Map<String, Double> ratios = new LinkedHashMap<>();
        least.forEach((name, micros) -> {
            boolean isShort = !name.endsWith(" " + LONG);
            ratios.put(name + (isShort ? " / flag" : " / copy"), micros / (isShort ? flag : copy));
        });
        return ratios;
    }

    /** At rank 0, while rank 1 sleeps; answers whether rank 0 wants another round. */
    private boolean limits(int rank, boolean last) throws InterruptedException {
        if (rank == 0) {
            flag = Math.min(flag, RawLimits.flagMicros(FLAG_TRIPS));
            copy = Math.min(copy, RawLimits.copyMicros(COPIES));
            MPI_Send(new boolean[] {!last}, 1, MPI_C_BOOL, 1, 0, MPI_COMM_WORLD);
            return !last;
        } else {
            // Not a spinning wait: the limits need both cores.
            boolean[] come = new boolean[1];
            while (!come[0]) {
                Thread.sleep(1);
                MPI_Iprobe(0, 0, MPI_COMM_WORLD, come, MPI_STATUS_IGNORE);
            }
            MPI_Recv(come, 1, MPI_C_BOOL, 0, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            return come[0];
        }
    }

    /**
     * Each collective with each size, by name. Once for all rounds: each has a communicator of its
     * own, whose memory is fresh at first.
     */
    private static Map<String, CollectiveCall> open() {
        Map<String, CollectiveCall> calls = new LinkedHashMap<>();
        for (int bytes : new int[] {SHORT, LONG}) {
            Stream.of(
                            Collective.BARRIER,
                            Collective.BCAST,
                            Collective.ALLGATHER,
                            Collective.ALLTOALL,
                            Collective.REDUCE,
                            Collective.ALLREDUCE)
                    .filter(collective -> bytes == SHORT || collective != Collective.BARRIER)
                    .forEach(collective -> calls.put(
                            collective.label() + " " + bytes,
                            new CollectiveCall(MPI_COMM_WORLD, collective, CollectiveCall.BUILT_IN, bytes)));
        }
        return calls;
    }

    private void round(int rank, Map<String, CollectiveCall> calls) {
        for (int bytes : new int[] {SHORT, LONG}) {
            note(rank, "half round trip " + bytes, pingPong(rank, new byte[bytes], times(bytes)) / 2);
        }
        calls.forEach((name, call) -> {
            int times = times(name.endsWith(" " + LONG) ? LONG : SHORT);
            MPI_Barrier(MPI_COMM_WORLD);
            long start = System.nanoTime();
            call.run(times);
            MPI_Barrier(MPI_COMM_WORLD);
            note(rank, name, (System.nanoTime() - start) / 1e3 / times);
        });
    }

    private static int times(int bytes) {
        return bytes == SHORT ? SHORT_CALLS : LONG_CALLS;
    }

    private void note(int rank, String name, double micros) {
        if (rank == 0) {
            least.merge(name, micros, Math::min);
        }
    }

    private static double pingPong(int rank, byte[] data, int trips) {
        MPI_Barrier(MPI_COMM_WORLD);
        long start = System.nanoTime();
        for (int i = 0; i < trips; i++) {
            if (rank == 0) {
                MPI_Send(data, data.length, MPI_BYTE, 1, 1, MPI_COMM_WORLD);
                MPI_Recv(data, data.length, MPI_BYTE, 1, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
            } else {
                MPI_Recv(data, data.length, MPI_BYTE, 0, 1, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                MPI_Send(data, data.length, MPI_BYTE, 0, 1, MPI_COMM_WORLD);
            }
        }
        return (System.nanoTime() - start) / 1e3 / trips;
    }
}
