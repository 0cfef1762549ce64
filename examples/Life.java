import static org.javampi.MPI.*;

import org.javampi.MPI_Comm;

/** The game of life on a torus, in bands of rows on a ring of ranks; rank 0 prints the picture at the end. */
public class Life {
    private static final int SIZE = 12;

    public static void main(String[] args) {
        MPI_Init(args);
        int generations = args.length > 0 ? Integer.parseInt(args[0]) : 4;
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        if (SIZE % size != 0) {
            throw new IllegalArgumentException(size + " ranks: give a number that divides " + SIZE);
        }
        // One dimension, periodic: the ring has no ends.
        MPI_Comm ring = MPI_Cart_create(MPI_COMM_WORLD, 1, new int[] {size}, new boolean[] {true}, false);
        int rank = MPI_Comm_rank(ring);
        int[] up = new int[1];
        int[] down = new int[1];
        MPI_Cart_shift(ring, 0, 1, up, down);
        int rows = SIZE / size;
        // Row 0 and row rows + 1 are the neighbours'.
        byte[] cells = new byte[(rows + 2) * SIZE];
        glider(cells, rank * rows, rows);
        for (int g = 0; g < generations; g++) {
            MPI_Sendrecv(
                    at(cells, SIZE),
                    SIZE,
                    MPI_BYTE,
                    up[0],
                    1,
                    at(cells, (rows + 1) * SIZE),
                    SIZE,
                    MPI_BYTE,
                    down[0],
                    1,
                    ring,
                    MPI_STATUS_IGNORE);
            MPI_Sendrecv(
                    at(cells, rows * SIZE),
                    SIZE,
                    MPI_BYTE,
                    down[0],
                    2,
                    cells,
                    SIZE,
                    MPI_BYTE,
                    up[0],
                    2,
                    ring,
                    MPI_STATUS_IGNORE);
            cells = next(cells, rows);
        }
        byte[] all = new byte[SIZE * SIZE];
        MPI_Gather(at(cells, SIZE), rows * SIZE, MPI_BYTE, all, rows * SIZE, MPI_BYTE, 0, ring);
        if (rank == 0) {
            for (int row = 0; row < SIZE; row++) {
                StringBuilder line = new StringBuilder();
                for (int column = 0; column < SIZE; column++) {
                    line.append(all[row * SIZE + column] == 1 ? '#' : '.');
                }
                System.out.println(line);
            }
        }
        MPI_Finalize();
    }

    private static void glider(byte[] cells, int firstRow, int rows) {
        int[][] alive = {{0, 1}, {1, 2}, {2, 0}, {2, 1}, {2, 2}};
        for (int[] cell : alive) {
            int row = cell[0] - firstRow;
            if (row >= 0 && row < rows) {
                cells[(row + 1) * SIZE + cell[1]] = 1;
            }
        }
    }

    private static byte[] next(byte[] cells, int rows) {
        byte[] next = new byte[cells.length];
        for (int row = 1; row <= rows; row++) {
            for (int column = 0; column < SIZE; column++) {
                int around = -cells[row * SIZE + column];
                for (int i = -1; i <= 1; i++) {
                    for (int j = -1; j <= 1; j++) {
                        around += cells[(row + i) * SIZE + (column + j + SIZE) % SIZE];
                    }
                }
                boolean lives = around == 3 || around == 2 && cells[row * SIZE + column] == 1;
                next[row * SIZE + column] = (byte) (lives ? 1 : 0);
            }
        }
        return next;
    }
}
