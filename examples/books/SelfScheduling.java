import static org.javampi.MPI.*;

import org.javampi.*;

/**
 * A matrix times a vector by a manager that hands out rows as workers ask for them, as chapter 3 of Using MPI has it: tags
 * are row numbers, MPI_ANY_SOURCE takes whichever answer comes. {@code ./javampirun -np 4 examples/books/SelfScheduling.java}
 */
public final class SelfScheduling {
    private static final int ROWS = 40;
    private static final int STOP = 0;

    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int workers = MPI_Comm_size(MPI_COMM_WORLD) - 1;
        double[] b = new double[ROWS];
        if (rank == 0) {
            java.util.Arrays.fill(b, 1);
        }
        MPI_Bcast(b, ROWS, MPI_DOUBLE, 0, MPI_COMM_WORLD);
        if (rank > 0) {
            work(b);
        } else {
            double[] c = manage(workers, b);
            double sum = java.util.Arrays.stream(c).sum();
            System.out.println("The product's entries add up to " + (long) sum);
        }
        MPI_Finalize();
    }

    private static double a(int row, int column) {
        return row + column;
    }

    private static double[] manage(int workers, double[] b) {
        double[] c = new double[ROWS];
        double[] row = new double[ROWS];
        int sent = 0;
        while (sent < Math.min(workers, ROWS)) {
            send(row, sent++, sent);
        }
        double[] answer = new double[1];
        for (int done = 0; done < ROWS && workers > 0; done++) {
            MPI_Status status = MPI_Recv(answer, 1, MPI_DOUBLE, MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD);
            c[status.MPI_TAG - 1] = answer[0];
            if (sent < ROWS) {
                send(row, sent++, status.MPI_SOURCE);
            } else {
                MPI_Send(null, 0, MPI_DOUBLE, status.MPI_SOURCE, STOP, MPI_COMM_WORLD);
            }
        }
        for (int i = 0; i < ROWS && workers == 0; i++) {
            fill(row, i);
            c[i] = product(row, b);
        }
        for (int idle = ROWS + 1; idle <= workers; idle++) {
            MPI_Send(null, 0, MPI_DOUBLE, idle, STOP, MPI_COMM_WORLD);
        }
        return c;
    }

    private static void send(double[] row, int number, int worker) {
        fill(row, number);
        MPI_Send(row, ROWS, MPI_DOUBLE, worker, number + 1, MPI_COMM_WORLD);
    }

    private static void work(double[] b) {
        double[] row = new double[ROWS];
        while (true) {
            MPI_Status status = MPI_Recv(row, ROWS, MPI_DOUBLE, 0, MPI_ANY_TAG, MPI_COMM_WORLD);
            if (status.MPI_TAG == STOP) {
                return;
            }
            MPI_Send(new double[] {product(row, b)}, 1, MPI_DOUBLE, 0, status.MPI_TAG, MPI_COMM_WORLD);
        }
    }

    private static void fill(double[] row, int number) {
        java.util.Arrays.setAll(row, column -> a(number, column));
    }

    private static double product(double[] row, double[] b) {
        double sum = 0;
        for (int i = 0; i < ROWS; i++) {
            sum += row[i] * b[i];
        }
        return sum;
    }
}
