package org.javampi.conformance.requests;

import static org.javampi.MPI.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.javampi.MPI_Request;
import org.javampi.MPI_Status;

/**
 * Completes what a random mix has started, by any of the eight calls, and looks whether a call has
 * changed the handles that it should and no other.
 */
final class Completion {
    private final int rank;
    private final Random random;
    private final List<Transfer> pending = new ArrayList<>();
    private final List<Transfer> inactive = new ArrayList<>();
    private final List<Sent> sent = new ArrayList<>();
    private final List<Received> received = new ArrayList<>();
    private int now;

    Completion(int rank, Random random) {
        this.rank = rank;
        this.random = random;
    }

    List<Transfer> pending() {
        return pending;
    }

    List<Sent> sent() {
        return sent;
    }

    List<Received> received() {
        return received;
    }

    /** Is persistent and not active. */
    void rests(Transfer transfer) {
        inactive.add(transfer);
    }

    void started(Transfer transfer) {
        pending.add(transfer);
        inactive.remove(transfer);
    }

    boolean hasSends() {
        return pending.stream().anyMatch(t -> t.sends);
    }

    /** Whether a receive that nobody gives up takes any message of this communicator. */
    boolean receivesAnythingOf(int comm) {
        return pending.stream()
                .anyMatch(t -> !t.sends
                        && t.comm == comm
                        && t.peer == MPI_ANY_SOURCE
                        && t.tag == MPI_ANY_TAG
                        && t.cancelAsked == Transfer.NEVER);
    }

    int countCancelled() {
        return (int) received.stream().filter(Received::cancelled).count();
    }

    void cancel(Transfer transfer) {
        transfer.cancelAsked = now++;
        MPI_Request[] handle = {transfer.handle};
        MPI_Cancel(handle);
        assertSame(transfer.handle, handle[0], "a cancelled handle");
    }

    /** Gives up a receive that others may take over. */
    void cancelAReceive() {
        List<Transfer> candidates = new ArrayList<>(pending);
        candidates.removeIf(t -> t.sends || t.cancelAsked != Transfer.NEVER);
        candidates.removeIf(t -> t.peer == MPI_ANY_SOURCE && t.tag == MPI_ANY_TAG);
        if (!candidates.isEmpty()) {
            cancel(candidates.get(random.nextInt(candidates.size())));
        }
    }

    /** A call that returns whatever the others do. */
    void tryAny() {
        List<Transfer> chosen = new ArrayList<>(pending);
        Collections.shuffle(chosen, random);
        chosen = chosen.subList(0, random.nextInt(chosen.size() + 1));
        boolean returns = chosen.isEmpty() || chosen.stream().anyMatch(t -> t.cancelAsked != Transfer.NEVER);
        boolean all = chosen.stream().allMatch(t -> t.cancelAsked != Transfer.NEVER);
        switch (random.nextInt(all ? 8 : returns ? 6 : 4)) {
            case 0 -> any(chosen, false);
            case 1 -> some(chosen, false);
            case 2 -> all(chosen, false);
            case 3 -> one(chosen, false);
            case 4 -> any(chosen, true);
            case 5 -> some(chosen, true);
            case 6 -> all(chosen, true);
            default -> one(chosen, true);
        }
    }

    /** Waits until something of all that is pending completes. */
    void waitForAny() {
        List<Transfer> chosen = new ArrayList<>(pending);
        Collections.shuffle(chosen, random);
        if (random.nextBoolean()) {
            any(chosen, true);
        } else {
            some(chosen, true);
        }
    }

    /** What is cancelled completes without anybody's help. */
    void waitForCancelled() {
        List<Transfer> chosen = new ArrayList<>(pending);
        chosen.removeIf(t -> t.cancelAsked == Transfer.NEVER);
        all(chosen, true);
    }

    private void one(List<Transfer> chosen, boolean waits) {
        if (chosen.isEmpty()) {
            return;
        }
        Lists list = new Lists(chosen.subList(0, 1), false);
        boolean[] flag = {true};
        if (waits) {
            MPI_Wait(list.handles, list.statuses[0]);
        } else {
            MPI_Test(list.handles, flag, list.statuses[0]);
        }
        settle(list, new int[1], flag[0] ? 1 : 0);
    }

    private void any(List<Transfer> chosen, boolean waits) {
        Lists list = new Lists(chosen, true);
        int[] index = {-7};
        boolean[] flag = {true};
        if (waits) {
            MPI_Waitany(list.n, list.handles, index, list.statuses[0]);
        } else {
            MPI_Testany(list.n, list.handles, index, flag, list.statuses[0]);
        }
        if (chosen.isEmpty()) {
            assertTrue(flag[0], "flag without active requests");
        }
        if (!flag[0] || chosen.isEmpty()) {
            assertEquals(MPI_UNDEFINED, index[0], "index of nothing");
            index = new int[0];
        }
        settle(list, index, index.length);
    }

    private void some(List<Transfer> chosen, boolean waits) {
        Lists list = new Lists(chosen, true);
        int[] count = {-7};
        int[] indices = new int[list.n];
        if (waits) {
            MPI_Waitsome(list.n, list.handles, count, indices, list.statuses);
        } else {
            MPI_Testsome(list.n, list.handles, count, indices, list.statuses);
        }
        if (chosen.isEmpty()) {
            assertEquals(MPI_UNDEFINED, count[0], "count of nothing active");
            return;
        }
        assertTrue(count[0] >= (waits ? 1 : 0) && count[0] <= chosen.size(), "count " + count[0]);
        settle(list, indices, count[0]);
    }

    private void all(List<Transfer> chosen, boolean waits) {
        Lists list = new Lists(chosen, true);
        boolean[] flag = {true};
        if (waits) {
            MPI_Waitall(list.n, list.handles, list.statuses);
        } else {
            MPI_Testall(list.n, list.handles, flag, list.statuses);
        }
        if (chosen.isEmpty()) {
            assertTrue(flag[0], "flag without active requests");
        }
        int[] indices = new int[list.n];
        int k = 0;
        MPI_Status[] inOrder = list.statuses.clone();
        for (int i = 0; flag[0] && i < list.n; i++) {
            if (list.transfers[i] != null && list.transfers[i].active) {
                list.statuses[k] = inOrder[i];
                indices[k++] = i;
            }
        }
        settle(list, indices, k);
    }

    /** Status k belongs to entry {@code indices[k]}, and no other entry has changed. */
    private void settle(Lists list, int[] indices, int count) {
        now++;
        boolean[] done = new boolean[list.n];
        for (int k = 0; k < count; k++) {
            int i = indices[k];
            Transfer t = list.transfers[i];
            assertTrue(t != null && t.active && !done[i], "completed: entry " + i + ", " + t);
            done[i] = true;
            t.active = false;
            pending.remove(t);
            if (t.sends) {
                sent.add(t.sent(rank, MPI_Test_cancelled(list.statuses[k]), now));
            } else {
                received.add(t.received(list.statuses[k], now));
            }
            if (t.persistent) {
                rests(t);
            }
        }
        for (int i = 0; i < list.n; i++) {
            Transfer t = list.transfers[i];
            boolean gone = t == null || done[i] && !t.persistent;
            assertSame(gone ? MPI_REQUEST_NULL : t.handle, list.handles[i], "handle " + i);
        }
    }

    /** Arguments of a call: the chosen ones, among entries that mean nothing. */
    private final class Lists {
        final int n;
        final Transfer[] transfers;
        final MPI_Request[] handles;
        final MPI_Status[] statuses;

        Lists(List<Transfer> chosen, boolean mixed) {
            List<Transfer> entries = new ArrayList<>(chosen);
            if (mixed) {
                inactive.stream().filter(t -> random.nextBoolean()).forEach(entries::add);
                if (random.nextBoolean()) {
                    entries.add(null);
                }
                Collections.shuffle(entries, random);
            }
            n = entries.size();
            transfers = entries.toArray(new Transfer[0]);
            handles = new MPI_Request[n];
            Arrays.setAll(handles, i -> transfers[i] == null ? MPI_REQUEST_NULL : transfers[i].handle);
            statuses = new MPI_Status[Math.max(n, 1)];
            Arrays.setAll(statuses, i -> new MPI_Status());
        }
    }
}
