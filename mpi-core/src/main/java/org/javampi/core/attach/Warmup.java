package org.javampi.core.attach;

import static org.javampi.MPI.MPI_Allreduce;
import static org.javampi.MPI.MPI_Barrier;
import static org.javampi.MPI.MPI_COMM_WORLD;
import static org.javampi.MPI.MPI_Comm_free;
import static org.javampi.MPI.MPI_Comm_rank;
import static org.javampi.MPI.MPI_Comm_size;
import static org.javampi.MPI.MPI_Comm_split;
import static org.javampi.MPI.MPI_DOUBLE;
import static org.javampi.MPI.MPI_Finalize;
import static org.javampi.MPI.MPI_INT;
import static org.javampi.MPI.MPI_Init;
import static org.javampi.MPI.MPI_Irecv;
import static org.javampi.MPI.MPI_SUM;
import static org.javampi.MPI.MPI_Send;
import static org.javampi.MPI.MPI_Wait;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.javampi.MPI_Comm;
import org.javampi.MPI_Request;
import org.javampi.core.spi.collective.CollectiveProvider;

/**
 * A small program that touches what most programs touch: class-data archives are made from a run of
 * it.
 */
public final class Warmup {
    private static final int TAG = 1;

    private Warmup() {}

    /** Takes no arguments; any number of ranks. */
    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        int[] token = {rank};
        int[] received = new int[1];
        int left = (rank - 1 + size) % size;
        MPI_Request request = MPI_Irecv(received, 1, MPI_INT, left, TAG, MPI_COMM_WORLD);
        MPI_Send(token, 1, MPI_INT, (rank + 1) % size, TAG, MPI_COMM_WORLD);
        MPI_Wait(request);
        double[] one = {1};
        double[] sum = new double[1];
        MPI_Allreduce(one, sum, 1, MPI_DOUBLE, MPI_SUM, MPI_COMM_WORLD);
        MPI_Barrier(MPI_COMM_WORLD);
        touchOtherGroups(rank, size);
        touchFolders();
        System.out.println("rank " + rank + " of " + size + " counts " + sum[0]);
        MPI_Finalize();
    }

    /** Members whose ranks are not those of the world. */
    private static void touchOtherGroups(int rank, int size) {
        MPI_Comm backwards = MPI_Comm_split(MPI_COMM_WORLD, 0, size - rank);
        MPI_Comm_free(backwards);
    }

    /**
     * Programs come from folders, which the class path of an archive's making may not have, and may
     * bring providers of their own: see that the classes are there that look for either.
     */
    private static void touchFolders() {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            loader.findResource("");
            ServiceLoader.load(CollectiveProvider.class, loader).findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + folder, e);
        }
    }
}
