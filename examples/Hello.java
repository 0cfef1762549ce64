import static org.javampi.MPI.*;

/** Each rank says who it is. */
public class Hello {
    public static void main(String[] args) {
        MPI_Init(args);
        int rank = MPI_Comm_rank(MPI_COMM_WORLD);
        int size = MPI_Comm_size(MPI_COMM_WORLD);
        System.out.println("Hello from rank " + rank + " of " + size);
        MPI_Finalize();
    }
}
