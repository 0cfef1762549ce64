package org.javampi.benchmarks.checkpoint;

import static org.javampi.MPI.*;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.javampi.Checkpoint;
import org.javampi.checkpoint.PartInput;

/**
 * How long a job stands and how fast its state reaches the disk, beside a plain write of as many
 * bytes into the same directory by as many processes, with fsync, and how fast it is read again,
 * beside a plain read of as many bytes. Started with {@code --restart}, says first how long
 * MPI_Init took, which reads the state. Arguments: the directory of {@code --checkpoint-dir}, MiB
 * of state in all (default 1024), rounds (default 3).
 */
public final class ImageCost {
    private static final int PIECE = 1 << 20;

    /** What is saved. */
    private static final class State implements Serializable {
        private static final long serialVersionUID = 1L;
        ArrayList<double[]> arrays = new ArrayList<>();
    }

    private ImageCost() {}

    /** Runs as one rank. */
    public static void main(String[] args) throws IOException {
        long begun = System.nanoTime();
        MPI_Init(args);
        double[] init = {(System.nanoTime() - begun) * 1e-9};
        Path directory = Path.of(args[0]);
        long mebibytes = args.length > 1 ? Long.parseLong(args[1]) : 1024;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 3;
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        double[] slowest = new double[1];
        MPI_Reduce(init, slowest, 1, MPI_DOUBLE, MPI_MAX, 0, MPI_COMM_WORLD);
        if (rank == 0 && Checkpoint.isRestarted()) {
            System.out.printf(
                    Locale.ROOT,
                    "restarted: MPI_Init took %.2f s = %.0f MB/s%n",
                    slowest[0],
                    mebibytes * 1.048576 / slowest[0]);
        }
        State state = Checkpoint.register("state", new State());
        Random random = new Random(rank);
        long mine = mebibytes * PIECE / size;
        int arrays = 16;
        state.arrays.clear();
        for (int i = 0; i < arrays; i++) {
            double[] array = new double[(int) (mine / arrays / Double.BYTES)];
            for (int k = 0; k < array.length; k++) {
                array[k] = random.nextDouble();
            }
            state.arrays.add(array);
        }
        for (int round = 0; round < rounds; round++) {
            long before = newest(directory);
            // Nobody looks too late.
            MPI_Barrier(MPI_COMM_WORLD);
            double start = MPI_Wtime();
            boolean taken = Checkpoint.take();
            double stood = MPI_Wtime() - start;
            while (rank == 0 && newest(directory) == before) {
                // The writing thread needs the core.
                LockSupport.parkNanos(1_000_000);
            }
            double whole = MPI_Wtime() - start;
            MPI_Barrier(MPI_COMM_WORLD);
            double plain = plainWrite(directory, rank, mine);
            Path epoch = directory.resolve(String.format(Locale.ROOT, "epoch-%08d", newest(directory)));
            Path part = epoch.resolve("rank-" + rank + ".part");
            double plainRead = timed(() -> plainRead(part));
            double read = timed(() -> PartInput.verify(part));
            if (rank == 0) {
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %d MiB on %d ranks, taken %b: stood %.3f s, on disk after %.2f"
                                + " s = %.0f MB/s; plain write with fsync %.2f s = %.0f MB/s; ratio"
                                + " %.2f; verified in %.2f s, plain read %.2f s, ratio %.2f%n",
                        round,
                        mebibytes,
                        size,
                        taken,
                        stood,
                        whole,
                        mebibytes * 1.048576 / whole,
                        plain,
                        mebibytes * 1.048576 / plain,
                        plain / whole,
                        read,
                        plainRead,
                        plainRead / read);
            }
        }
        MPI_Finalize();
    }

    /** The name of the newest checkpoint in the directory, as a number. */
    private static long newest(Path directory) throws IOException {
        long newest = 0;
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "epoch-*")) {
                for (Path entry : entries) {
                    String digits = entry.getFileName().toString().substring("epoch-".length());
                    if (!digits.endsWith(".tmp")) {
                        newest = Math.max(newest, Long.parseLong(digits));
                    }
                }
            }
        }
        return newest;
    }

    private static double plainWrite(Path directory, int rank, long bytes) throws IOException {
        Path file = directory.resolve("plain-" + rank);
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
        byte[] noise = new byte[PIECE];
        new Random(rank).nextBytes(noise);
        piece.put(noise);
        double seconds = timed(() -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                for (long done = 0; done < bytes; done += PIECE) {
                    piece.clear();
                    while (piece.hasRemaining()) {
                        channel.write(piece);
                    }
                }
                channel.force(true);
            }
        });
        Files.delete(file);
        return seconds;
    }

    private static void plainRead(Path file) throws IOException {
        ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(piece.clear()) >= 0) {
                continue;
            }
        }
    }

    /** Does something with files. */
    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    /** Seconds until all ranks have done {@code work}. */
    private static double timed(Work work) throws IOException {
        MPI_Barrier(MPI_COMM_WORLD);
        double start = MPI_Wtime();
        work.run();
        MPI_Barrier(MPI_COMM_WORLD);
        return MPI_Wtime() - start;
    }
}
