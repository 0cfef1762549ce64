import static org.javampi.MPI.*;

import java.util.Locale;

/**
 * Two ranks throw messages to and fro; half a round trip is the latency. Arguments:
 * "time" prints it.
 */
public class PingPong {
    private static final int ROUNDS = 1000;

    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        if (MPI_Comm_size(MPI_COMM_WORLD) < 2) {
            System.out.println("Ping-pong needs two ranks: start it with -np 2");
            MPI_Finalize();
            return;
        }
        for (int bytes : new int[] {0, 8, 1024, 65536, 1 << 20}) {
            byte[] ball = new byte[bytes];
            MPI_Barrier(MPI_COMM_WORLD);
            double start = MPI_Wtime();
            for (int i = 0; i < ROUNDS; i++) {
                if (rank == 0) {
                    MPI_Send(ball, bytes, MPI_BYTE, 1, i, MPI_COMM_WORLD);
                    MPI_Recv(ball, bytes, MPI_BYTE, 1, i, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                } else if (rank == 1) {
                    MPI_Recv(ball, bytes, MPI_BYTE, 0, i, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                    MPI_Send(ball, bytes, MPI_BYTE, 0, i, MPI_COMM_WORLD);
                }
            }
            double micros = (MPI_Wtime() - start) / ROUNDS / 2 * 1e6;
            if (rank == 0) {
                String time = args.length > 0 && args[0].equals("time")
                        ? String.format(Locale.ROOT, ", %.3f us one way", micros)
                        : "";
                System.out.println(ROUNDS + " round trips of " + bytes + " bytes" + time);
            }
        }
        MPI_Finalize();
    }
}
