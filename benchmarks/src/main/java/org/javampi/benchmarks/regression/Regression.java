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
    private static final int ROUNDS = 40;
    private static final int WARM_UP_ROUNDS = 30;
    private static final int FLAG_TRIPS = 2_000;
    private static final int COPIES = 10;
    private static final int SHORT = 8;
    private static final int LONG = 1 << 20;

    private final Map<String, double[]> rounds = new LinkedHashMap<>();
    private final double[] flags = new double[ROUNDS];
    private final double[] copies = new double[ROUNDS];

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
            String head =
                    words.stream()
                            .filter(w -> !w.equals("--store"))
                            .collect(Collectors.joining(" "));
            Files.write(file, Measured.write(head, now));
            System.out.println(now.size() + " baselines stored in " + file);
            return;
        }
        Map<String, Double> baselines =
                Files.exists(file) ? Measured.read(Files.readAllLines(file)) : Map.of();
        Measured.compare(now, baselines).forEach(System.out::println);
    }

    private Map<String, Double> measure() {
        World.of(2)
                .transport("shm")
                .deadline(Duration.ofMinutes(10))
                .run(
                        rank -> {
                            MPI_Init();
                            for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
                                limits(rank, round);
                                for (int bytes : new int[] {SHORT, LONG}) {
                                    round(rank, round, bytes);
                                }
                            }
                            MPI_Finalize();
                        });
        Map<String, Double> ratios = new LinkedHashMap<>();
        rounds.forEach(
                (name, micros) -> {
                    boolean isShort = !name.endsWith(" " + LONG);
                    double least = Arrays.stream(micros).min().orElseThrow();
                    double limit = Arrays.stream(isShort ? flags : copies).min().orElseThrow();
                    ratios.put(name + (isShort ? " / flag" : " / copy"), least / limit);
                });
        return ratios;
    }

    /** At rank 0, while rank 1 waits for nothing: it sleeps in the barrier's other half. */
    private void limits(int rank, int round) throws InterruptedException {
        if (rank == 0) {
            double flag = RawLimits.flagMicros(FLAG_TRIPS);
            double copy = RawLimits.copyMicros(COPIES);
            if (round >= 0) {
                flags[round] = flag;
                copies[round] = copy;
            }
            MPI_Send(new byte[0], 0, MPI_BYTE, 1, 0, MPI_COMM_WORLD);
        } else {
            // Not a spinning wait: the limits need both cores.
            boolean[] come = new boolean[1];
            while (!come[0]) {
                Thread.sleep(1);
                MPI_Iprobe(0, 0, MPI_COMM_WORLD, come, MPI_STATUS_IGNORE);
            }
            MPI_Recv(new byte[0], 0, MPI_BYTE, 0, 0, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
        }
    }

    private void round(int rank, int round, int bytes) {
        byte[] data = new byte[bytes];
        int calls = bytes == SHORT ? 500 : 3;
        note(rank, round, "half round trip " + bytes, pingPong(rank, data, calls) / 2);
        Stream.of(
                        Collective.BARRIER,
                        Collective.BCAST,
                        Collective.ALLGATHER,
                        Collective.ALLTOALL,
                        Collective.REDUCE,
                        Collective.ALLREDUCE)
                .filter(collective -> bytes == SHORT || collective != Collective.BARRIER)
                .forEach(
                        collective -> {
                            try (CollectiveCall call =
                                    new CollectiveCall(
                                            MPI_COMM_WORLD,
                                            collective,
                                            CollectiveCall.BUILT_IN,
                                            bytes)) {
                                MPI_Barrier(MPI_COMM_WORLD);
                                long start = System.nanoTime();
                                call.run(calls);
                                MPI_Barrier(MPI_COMM_WORLD);
                                double micros = (System.nanoTime() - start) / 1e3 / calls;
                                note(rank, round, collective.label() + " " + bytes, micros);
                            }
                        });
    }

    private void note(int rank, int round, String name, double micros) {
        if (rank == 0 && round >= 0) {
            rounds.computeIfAbsent(name, n -> new double[ROUNDS])[round] = micros;
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
