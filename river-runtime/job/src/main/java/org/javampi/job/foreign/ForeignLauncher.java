package org.javampi.job.foreign;

import java.util.Map;

/**
 * Launchers of C MPIs, by the variables that each of their processes gets.
 *
 * <pre>
 *  variable   Open MPI                    MPICH, Intel MPI   MVAPICH2
 *  size       OMPI_COMM_WORLD_SIZE        PMI_SIZE           MV2_COMM_WORLD_SIZE
 *  rank       OMPI_COMM_WORLD_RANK        PMI_RANK           MV2_COMM_WORLD_RANK
 *  local size OMPI_COMM_WORLD_LOCAL_SIZE  MPI_LOCALNRANKS    MV2_COMM_WORLD_LOCAL_SIZE
 * </pre>
 *
 * Those of jsrun and Flux are known by their size alone.
 */
public enum ForeignLauncher {
    OPEN_MPI("OMPI_COMM_WORLD_SIZE", "OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_LOCAL_SIZE"),
    HYDRA("PMI_SIZE", "PMI_RANK", "MPI_LOCALNRANKS"),
    MVAPICH("MV2_COMM_WORLD_SIZE", "MV2_COMM_WORLD_RANK", "MV2_COMM_WORLD_LOCAL_SIZE"),
    JSRUN("JSM_NAMESPACE_SIZE", "", ""),
    FLUX("FLUX_JOB_SIZE", "", "");

    private static final String NUMBER = "\\d{1,7}";

    private final String size;
    private final String rank;
    private final String localSize;

    ForeignLauncher(String size, String rank, String localSize) {
        this.size = size;
        this.rank = rank;
        this.localSize = localSize;
    }

    /** The launcher that has started this process as one of several; null if none has. */
    public static ForeignLauncher of(Map<String, String> environment) {
        for (ForeignLauncher launcher : values()) {
            if (number(environment, launcher.size) > 1) {
                return launcher;
            }
        }
        return null;
    }

    /** What is said of a program that cannot join the other processes. */
    public String refusal(Map<String, String> environment, String why) {
        int processes = size(environment);
        return size + " says that this is one of " + processes
                + " processes, but each would be rank 0 of a world of its own"
                + (why.isEmpty() ? "" : ", since " + why) + ": start the program with javampirun -np " + processes;
    }

    /** Processes of the job. */
    int size(Map<String, String> environment) {
        return number(environment, size);
    }

    /** Number of this process; -1 where it is not said. */
    int rank(Map<String, String> environment) {
        return number(environment, rank);
    }

    /** Whether all processes are on this host. */
    boolean isOnOneHost(Map<String, String> environment) {
        return number(environment, localSize) == size(environment);
    }

    /** Whether this launcher, and no other that shares its variables, has started the process. */
    public boolean saysWhereItsProcessesAre(Map<String, String> environment) {
        return number(environment, localSize) > 0;
    }

    private static int number(Map<String, String> environment, String variable) {
        String text = environment.getOrDefault(variable, "");
        return text.matches(NUMBER) ? Integer.parseInt(text) : -1;
    }
}
