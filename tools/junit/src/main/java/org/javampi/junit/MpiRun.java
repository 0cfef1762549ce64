package org.javampi.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a program has done that has ended: output and messages of each rank, and how it ended. */
public final class MpiRun {
    private final List<RankResult> ranks;
    private final int status;
    private final Throwable failure;

    MpiRun(List<RankResult> ranks, int status, Throwable failure) {
        this.ranks = List.copyOf(ranks);
        this.status = status;
        this.failure = failure;
    }

    /** What rank {@code rank} has written to System.out. */
    public String output(int rank) {
        return ranks.get(rank).output();
    }

    /** What rank {@code rank} has written to System.err. */
    public String errors(int rank) {
        return ranks.get(rank).errors();
    }

    /** All messages that the program has sent point to point: those of rank 0 first, each rank's in order. */
    public List<SentMessage> messages() {
        List<SentMessage> all = new ArrayList<>();
        ranks.forEach(rank -> all.addAll(rank.sent()));
        return all;
    }

    /** The messages from one rank of MPI_COMM_WORLD to another, in order. */
    public List<SentMessage> messages(int source, int dest) {
        return ranks.get(source).sent().stream()
                .filter(message -> message.dest() == dest)
                .toList();
    }

    /** The exit status with which {@code javampirun} would have ended: 0, the code of MPI_Abort, 125 for a deadlock. */
    public int status() {
        return status;
    }

    /** Why the program has failed: its message names the rank and the line, or the lines of a deadlock. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    RankResult result(int rank) {
        return ranks.get(rank);
    }

    void throwFailure() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
    }
}
