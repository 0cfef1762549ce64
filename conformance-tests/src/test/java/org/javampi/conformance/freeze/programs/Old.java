package org.javampi.conformance.freeze.programs;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mpi.Cartcomm;
import mpi.Datatype;
import mpi.Intracomm;
import mpi.MPI;
import mpi.MPIException;
import mpi.Op;
import mpi.Prequest;
import mpi.Request;
import mpi.Status;

/** Programs of package mpi, in both dialects, that know nothing of checkpoints. */
final class Old {
    private Old() {}

    /** As mpiJava and MPJ Express have it: offsets, objects, derived types, parts, persistent requests. */
    public static final class MpiJava {
        private static final class Sum extends mpi.User_function {
            @Override
            public void Call(Object in, int inOffset, Object inOut, int inOutOffset, int count, Datatype type) {
                for (int i = 0; i < count; i++) {
                    ((int[]) inOut)[inOutOffset + i] += ((int[]) in)[inOffset + i];
                }
            }
        }

        public static void main(String[] args) throws MPIException {
            MPI.Init(args);
            int rank = MPI.COMM_WORLD.Rank();
            int size = MPI.COMM_WORLD.Size();
            Intracomm part = MPI.COMM_WORLD.Split(rank % 2, rank);
            Cartcomm grid = MPI.COMM_WORLD.Create_cart(new int[] {size}, new boolean[] {true}, false);
            Datatype column = Datatype.Vector(4, 1, 4, MPI.DOUBLE);
            column.Commit();
            Op sum = new Op(new Sum(), true);
            int[] kept = new int[1];
            Prequest again = MPI.COMM_WORLD.Recv_init(kept, 0, 1, MPI.INT, (rank + size - 1) % size, 8);
            long hash = 0;
            for (int step = 0; step < 12; step++) {
                again.Start();
                MPI.COMM_WORLD.Send(new int[] {step * rank}, 0, 1, MPI.INT, (rank + 1) % size, 8);
                Object[] words = {rank == 0 ? List.of("step", step) : null};
                MPI.COMM_WORLD.Bcast(words, 0, 1, MPI.OBJECT, 0);
                double[] square = new double[16];
                Arrays.setAll(square, i -> i);
                double[] got = new double[4];
                Request pending = MPI.COMM_WORLD.Irecv(got, 0, 4, MPI.DOUBLE, MPI.ANY_SOURCE, 9);
                MPI.COMM_WORLD.Send(square, step % 4, 1, column, (rank + 1) % size, 9);
                Status status = pending.Wait();
                int[] all = new int[1];
                part.Allreduce(new int[] {rank + step}, 0, all, 0, 1, MPI.INT, sum);
                int[] before = new int[1];
                MPI.COMM_WORLD.Scan(new int[] {rank}, 0, before, 0, 1, MPI.INT, MPI.SUM);
                again.Wait();
                int right = grid.Shift(0, 1).rank_dest;
                hash = 31 * hash + all[0] + before[0] + kept[0] + right + (long) got[3] + status.source;
                if (step % 4 == 0) {
                    System.out.println(words[0] + " " + hash);
                }
            }
            again.Free();
            System.out.println(hash);
            MPI.Finalize();
        }
    }

    /** As Open MPI's bindings have it: buffers, small letters, collectives that do not block. */
    public static final class OpenMpi {
        public static void main(String[] args) throws MPIException {
            MPI.Init(args);
            int rank = MPI.COMM_WORLD.getRank();
            int size = MPI.COMM_WORLD.getSize();
            IntBuffer token = MPI.newIntBuffer(2);
            List<Integer> seen = new ArrayList<>();
            for (int round = 0; round < 12; round++) {
                if (rank == 0) {
                    token.put(0, round).put(1, 1);
                    MPI.COMM_WORLD.send(token, 2, MPI.INT, 1 % size, 4);
                    MPI.COMM_WORLD.recv(token, 2, MPI.INT, size - 1, 4);
                } else {
                    MPI.COMM_WORLD.recv(token, 2, MPI.INT, rank - 1, 4);
                    token.put(1, token.get(1) * 3 + rank);
                    MPI.COMM_WORLD.send(token, 2, MPI.INT, (rank + 1) % size, 4);
                }
                int[] values = {rank == round % size ? token.get(1) : 0};
                Request pending = MPI.COMM_WORLD.iBcast(MPI.newIntBuffer(1).put(0, 5), 1, MPI.INT, 0);
                MPI.COMM_WORLD.bcast(values, 1, MPI.INT, round % size);
                pending.waitFor();
                MPI.COMM_WORLD.barrier();
                seen.add(values[0]);
                if (round % 4 == 0) {
                    System.out.println(round + " " + seen);
                }
            }
            System.out.println(seen);
            MPI.Finalize();
        }
    }
}
