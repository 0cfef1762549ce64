/* Half the time of a round trip between ranks 0 and 1: the shape of org.javampi.benchmarks.osu.Latency, in C. */
#include <mpi.h>
#include <stdio.h>
#include <stdlib.h>

enum { ROUNDS = 9, WARM_UP = 6, TAG = 1 };

static int ascending(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return x < y ? -1 : x > y;
}

int main(int argc, char **argv) {
    int rank, sizes[] = {8, 1024, 65536, 1 << 20}, count = 4;
    MPI_Init(&argc, &argv);
    MPI_Comm_rank(MPI_COMM_WORLD, &rank);
    for (int s = 0; s < (argc > 1 ? argc - 1 : count); s++) {
        int size = argc > 1 ? atoi(argv[s + 1]) : sizes[s];
        char *data = calloc(size + 1, 1);
        int trips = size <= 4096 ? 20000 : size <= 65536 ? 4000 : 400;
        double micros[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            MPI_Barrier(MPI_COMM_WORLD);
            double start = MPI_Wtime();
            for (int i = 0; i < trips; i++) {
                if (rank == 0) {
                    MPI_Send(data, size, MPI_BYTE, 1, TAG, MPI_COMM_WORLD);
                    MPI_Recv(data, size, MPI_BYTE, 1, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                } else if (rank == 1) {
                    MPI_Recv(data, size, MPI_BYTE, 0, TAG, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
                    MPI_Send(data, size, MPI_BYTE, 0, TAG, MPI_COMM_WORLD);
                }
            }
            if (round >= 0) micros[round] = (MPI_Wtime() - start) / trips / 2 * 1e6;
        }
        qsort(micros, ROUNDS, sizeof(double), ascending);
        if (rank == 0) printf("%d %.3f\n", size, micros[ROUNDS / 2]);
        free(data);
    }
    MPI_Finalize();
    return 0;
}
