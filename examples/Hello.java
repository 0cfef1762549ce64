import static org.javampi.MPI.*;

/** Lesson 1: every rank runs this same program and learns who it is. */
public class Hello {
    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        // Ranks print when they get there: the order of the lines is anybody's guess.
        System.out.println("Hello from rank " + rank + " of " + size);
        MPI_Finalize();
    }
}
