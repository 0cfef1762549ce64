import static org.javampi.MPI.*;

import org.javampi.*;

/**
 * Groups and communicators, as LLNL's tutorial and mpitutorial.com have them: two halves by a group, rows by a color, and
 * sums inside each. {@code ./javampirun -np 4 examples/books/Groups.java}
 */
public final class Groups {
    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        MPI_Group world = MPI_Comm_group(MPI_COMM_WORLD);
        int half = (size + 1) / 2;
        boolean lower = rank < half;
        int[] members = new int[lower ? half : size - half];
        java.util.Arrays.setAll(members, i -> lower ? i : half + i);
        MPI_Group own = MPI_Group_incl(world, members.length, members);
        MPI_Comm part = MPI_Comm_create_group(MPI_COMM_WORLD, own, lower ? 1 : 2);
        int[] sum = new int[1];
        MPI_Allreduce(new int[] {rank}, sum, 1, MPI_INT, MPI_SUM, part);
        MPI_Comm row = MPI_Comm_split(MPI_COMM_WORLD, rank / 2, rank);
        int[] inRow = new int[1];
        MPI_Exscan(new int[] {1}, inRow, 1, MPI_INT, MPI_SUM, row);
        int[] mine = {sum[0], MPI_Comm_rank(row) == 0 ? 0 : inRow[0]};
        int[] all = rank == 0 ? new int[2 * size] : null;
        MPI_Gather(mine, 2, MPI_INT, all, 2, MPI_INT, 0, MPI_COMM_WORLD);
        for (int r = 0; rank == 0 && r < size; r++) {
            System.out.println("rank " + r + ": sum of its half " + all[2 * r] + ", place in its row " + all[2 * r + 1]);
        }
        MPI_Comm_free(row);
        MPI_Comm_free(part);
        MPI_Group_free(own);
        MPI_Group_free(world);
        MPI_Finalize();
    }
}
