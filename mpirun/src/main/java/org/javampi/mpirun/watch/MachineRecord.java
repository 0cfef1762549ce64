package org.javampi.mpirun.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What is known of one JVM that hosts ranks. Guarded by its {@link RankWatch}. */
final class MachineRecord {
    final int number;

    /** The ranks that it hosts, ascending. */
    final List<RankRecord> ranks = new ArrayList<>();

    /** Its process; 0 before it was started. */
    long pid;

    /** Open until all that it has said is heard; null before it has connected. */
    CountDownLatch talking;

    /** Whether its process has ended, or was lost with its host. */
    boolean ended;

    /** Whether its JVM has begun to end in order: the status is the program's, or that of a signal that hooks follow. */
    boolean endsInOrder;

    MachineRecord(int number) {
        this.number = number;
    }

    RankRecord firstRank() {
        return ranks.get(0);
    }

    /** The rank whose end with this machine is a failure, or null: one that ends it before all others. */
    RankRecord firstUnfinished() {
        for (RankRecord rank : ranks) {
            if (rank.exiting != null && rank.isUnfinished()) {
                return rank;
            }
        }
        for (RankRecord rank : ranks) {
            if (rank.isUnfinished()) {
                return rank;
            }
        }
        return null;
    }

    /** What an exit was called from, or null. */
    String exit() {
        return ranks.stream()
                .map(rank -> rank.exiting)
                .filter(stack -> stack != null && !stack.isEmpty())
                .findFirst()
                .orElse(null);
    }

    boolean everJoined() {
        return ranks.stream().anyMatch(rank -> rank.joined);
    }
}
