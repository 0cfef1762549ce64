package org.javampi.river.farm;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.message.LostException;
import org.javampi.river.network.Daemons;
import org.javampi.river.resource.River;

/**
 * VMs that work, and what they work at. A task is handed to a VM that has nothing to do; when the VM dies the task goes
 * to another one, as often as its work's {@link Policy} allows; every task has exactly one {@link Outcome}, whatever
 * dies. Any thread.
 */
public final class Farm implements AutoCloseable {
    /** How often a farm that takes new VMs looks for them while it has work. */
    private static final long LOOK_MS = 1_000;

    /** How long a farm that takes new VMs waits for one when it has none. */
    private static final long HOPE_NS = TimeUnit.SECONDS.toNanos(10);

    /** A task is slow when it takes so many times the mean of its work, and at least so long. */
    private static final double SLOW = 1.5;

    private static final long SLOW_NS = TimeUnit.MILLISECONDS.toNanos(500);

    private static final String REMEDY =
            "\n    What to do: look there why it has ended; start more VMs with 'river vm', or allow more attempts";

    private final River river;
    private final AtomicLong copies = new AtomicLong();
    private volatile Function<RiverVm, String> hosts = vm -> vm.peer().host();

    /** All below is guarded by this object's lock. */
    private final List<Driver> drivers = new ArrayList<>();

    private final ArrayDeque<Task> returned = new ArrayDeque<>();
    private final ArrayDeque<Work<?, ?>> works = new ArrayDeque<>();
    private int numbers;
    private boolean closed;
    private Supplier<? extends List<? extends Station>> newcomers;
    private Thread scout;
    private String lastDeath = "no VM has come up";
    private long emptySinceNs;

    /**
     * A farm without VMs.
     *
     * @param river of this process; the farm does not close it
     */
    public Farm(River river) {
        this.river = river;
    }

    /** Lets a VM work; returns at once. */
    public synchronized Worker add(Station station) {
        Driver driver = new Driver(this, numbers++, station);
        drivers.add(driver);
        river.start(driver);
        return driver;
    }

    /**
     * Lets the farm take new VMs while it has work.
     *
     * @param found what has appeared since the last call; asked once in a second
     */
    public synchronized void takeNewcomers(Supplier<? extends List<? extends Station>> found) {
        newcomers = found;
        if (found != null && scout == null && !closed) {
            scout = Daemons.of("farm-scout", this::look);
            scout.start();
        }
    }

    private void look() {
        try {
            while (true) {
                Supplier<? extends List<? extends Station>> source;
                synchronized (this) {
                    wait(LOOK_MS);
                    if (closed) {
                        return;
                    }
                    source = works.isEmpty() && returned.isEmpty() ? null : newcomers;
                }
                if (source != null) {
                    source.get().forEach(this::add);
                }
                failWithoutHope();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failWithoutHope() {
        boolean hopeless;
        synchronized (this) {
            hopeless = drivers.isEmpty() && System.nanoTime() - emptySinceNs > HOPE_NS;
        }
        if (hopeless) {
            failAll();
        }
    }

    /** The VMs that are left, in the order in which they came. */
    public synchronized List<Worker> workers() {
        return List.copyOf(drivers);
    }

    /** The host that a VM runs on: what lies in a file there is read by all VMs of that name. */
    String hostOf(RiverVm vm) {
        return hosts.apply(vm);
    }

    /** For tests: VMs of this machine as if they were elsewhere. */
    void place(Function<RiverVm, String> elsewhere) {
        hosts = elsewhere;
    }

    void countCopy() {
        copies.incrementAndGet();
    }

    /** How often an object above 1 MiB that many VMs need has gone to another host by message. */
    long copies() {
        return copies.get();
    }

    /** This process's River. */
    public River river() {
        return river;
    }

    /** Begins a work; its listener hears of the outcomes. */
    public void submit(Work<?, ?> work) {
        boolean hopeless;
        synchronized (this) {
            work.farm = this;
            if (work.pins != null) {
                pin(work);
            } else {
                works.add(work);
            }
            hopeless = closed || drivers.isEmpty() && newcomers == null;
            drivers.forEach(this::wake);
        }
        if (hopeless) {
            failAll();
        }
    }

    private void pin(Work<?, ?> work) {
        for (int i = 0; i < work.count(); i++) {
            Driver driver = (Driver) work.pins.get(i);
            Task task = new Task(work, i, driver);
            if (driver.isAlive()) {
                driver.own.add(task);
            } else {
                returned.add(task);
            }
        }
        work.next = work.count();
        List<Task> homeless = returned.stream()
                .filter(task -> task.pinned != null && !task.work.movable)
                .toList();
        returned.removeAll(homeless);
        homeless.forEach(task -> lose(task, lastDeath));
    }

    private void wake(Driver driver) {
        if (driver.waiting) {
            driver.waiting = false;
            driver.nudge();
        }
    }

    synchronized void onReady(Driver driver) {
        driver.waiting = false;
    }

    /** The next task for a VM; null when there is none, and it will be nudged when there is. */
    synchronized Task next(Driver driver, boolean idle) {
        Task task = firstOf(driver.own);
        if (task == null) {
            task = firstOf(returned);
        }
        if (task == null) {
            task = fresh();
        }
        if (task == null && idle) {
            task = slowest(driver);
        }
        if (task == null) {
            driver.waiting = true;
            return null;
        }
        task.attempts++;
        task.copies++;
        task.begunNs = System.nanoTime();
        if (task.work.policy().speculative()) {
            task.work.running.add(task);
        }
        return task;
    }

    private static Task firstOf(ArrayDeque<Task> queue) {
        Task task = queue.poll();
        while (task != null && task.done) {
            task = queue.poll();
        }
        return task;
    }

    private Task fresh() {
        Iterator<Work<?, ?>> all = works.iterator();
        while (all.hasNext()) {
            Work<?, ?> work = all.next();
            if (work.next == work.count()) {
                if (!work.policy().speculative() || work.running.isEmpty() && work.finished() == work.count()) {
                    all.remove();
                }
            } else if (work.unconsumed < work.policy().window() && work.hasFresh()) {
                work.unconsumed++;
                return new Task(work, work.takeFresh(), null);
            }
        }
        return null;
    }

    private Task slowest(Driver driver) {
        long nowNs = System.nanoTime();
        for (Work<?, ?> work : works) {
            int finished = work.finished();
            double slowNs = Math.max(SLOW_NS, finished == 0 ? Double.MAX_VALUE : SLOW * work.sumNs / finished);
            for (Task task : work.running) {
                if (!task.done && task.copies == 1 && nowNs - task.begunNs > slowNs) {
                    return task;
                }
            }
        }
        return null;
    }

    synchronized boolean hasSecondRuns() {
        return works.stream().anyMatch(work -> !work.running.isEmpty());
    }

    synchronized boolean hasIdle() {
        return drivers.stream().anyMatch(driver -> driver.waiting);
    }

    synchronized boolean isCancelled(Task task) {
        return task.work.cancelled && !task.done;
    }

    /** Results are not kept any longer: more may be begun. */
    synchronized void consumed(Work<?, ?> work, int tasks) {
        work.unconsumed -= tasks;
        drivers.forEach(this::wake);
    }

    void onResult(Task task, Object value, String worker, long ns) {
        complete(task, new Outcome<>(task.index, Ended.OK, task.attempts, value, null, worker, ns));
    }

    void onFailure(Task task, TaskFailure failure, String worker, long ns) {
        if (mayTryAgain(task, task.work.policy().retryFailed())) {
            return;
        }
        complete(task, new Outcome<>(task.index, Ended.FAILED, task.attempts, null, failure, worker, ns));
    }

    /** The VM that ran a task is gone. */
    void onLoss(Task task, Driver driver, Ended ended, String why, long ns) {
        boolean late = ended == Ended.TIMED_OUT;
        if (mayTryAgain(task, late || task.pinned == null || task.work.movable)) {
            return;
        }
        Duration limit = task.work.policy().taskTimeout();
        String text = task.describe() + " on VM " + driver.describe() + ": "
                + (!late
                        ? "the VM is lost: " + why + REMEDY
                        : task.work.cancelled
                                ? "it still ran when the time for all was over, and was killed with its VM"
                                : "it ran longer than " + limit.toMillis() + " ms and was killed with its VM: raise the"
                                        + " time-out, or find what the task waits for");
        complete(
                task,
                new Outcome<>(
                        task.index, ended, task.attempts, null, new TaskFailure(text, null), driver.describe(), ns));
    }

    /** Whether a task that has not succeeded is still some worker's: it runs elsewhere, or will. */
    private synchronized boolean mayTryAgain(Task task, boolean allowed) {
        task.copies--;
        if (task.done || task.copies > 0) {
            return true;
        }
        if (allowed
                && !task.work.cancelled
                && !closed
                && task.attempts < task.work.policy().attempts()) {
            putBack(task);
            return true;
        }
        return false;
    }

    private void putBack(Task task) {
        if (task.pinned != null && task.pinned.isAlive()) {
            task.pinned.own.addFirst(task);
        } else {
            returned.addFirst(task);
        }
        drivers.forEach(this::wake);
    }

    /** A task was not begun where it was sent to. */
    void giveBack(Task task) {
        synchronized (this) {
            task.copies--;
            task.attempts--;
            if (!task.work.cancelled || task.done) {
                putBack(task);
                return;
            }
        }
        skip(task, "the work was ended before it was begun");
    }

    private void skip(Task task, String why) {
        TaskFailure failure = new TaskFailure(task.describe() + ": not begun: " + why, null);
        complete(task, new Outcome<>(task.index, Ended.SKIPPED, task.attempts, null, failure, null, 0));
    }

    private void lose(Task task, String why) {
        if (task.attempts == 0 && task.pinned == null) {
            skip(task, "no VM is left: " + why);
            return;
        }
        String who = task.pinned == null ? "" : " on VM " + task.pinned.describe();
        TaskFailure failure = new TaskFailure(
                task.describe() + who + ": its VM is gone, and no other one can take it: " + why + REMEDY, null);
        complete(task, new Outcome<>(task.index, Ended.LOST, task.attempts, null, failure, null, 0));
    }

    private void complete(Task task, Outcome<?> outcome) {
        synchronized (this) {
            if (task.done) {
                return;
            }
            task.done = true;
            task.work.running.remove(task);
            task.work.sumNs += outcome.durationNs();
            if (task.copies > 1) {
                drivers.forEach(Driver::nudge);
            }
        }
        task.work.deliver(outcome);
    }

    /** A VM works no longer. */
    void onGone(Driver driver, String why) {
        List<Task> homeless = new ArrayList<>();
        boolean hopeless;
        synchronized (this) {
            drivers.remove(driver);
            lastDeath = why;
            emptySinceNs = System.nanoTime();
            for (Task task : driver.takeOwn()) {
                if (task.work.movable && !closed) {
                    returned.add(task);
                } else {
                    homeless.add(task);
                }
            }
            drivers.forEach(this::wake);
            hopeless = drivers.isEmpty() && (newcomers == null || closed);
        }
        homeless.forEach(task -> lose(task, why));
        if (hopeless) {
            failAll();
        }
        driver.station().close();
    }

    private void failAll() {
        String why;
        List<Work<?, ?>> orphans;
        List<Task> homeless;
        synchronized (this) {
            why = closed ? "the farm was closed" : lastDeath;
            orphans = List.copyOf(works);
            homeless = List.copyOf(returned);
            works.clear();
            returned.clear();
        }
        homeless.forEach(task -> lose(task, why));
        orphans.forEach(work -> endFresh(work, "no VM is left: " + why));
    }

    private void endFresh(Work<?, ?> work, String why) {
        IntStream fresh;
        synchronized (this) {
            fresh = work.takeAllFresh();
        }
        fresh.forEach(i -> skip(new Task(work, i, null), why));
    }

    /** See {@link Work#release}. */
    void release(Work<?, ?> work, int task) {
        synchronized (this) {
            work.releaseHere(task);
            drivers.forEach(this::wake);
        }
    }

    /** See {@link Work#skip}. */
    void skip(Work<?, ?> work, int task, String why) {
        boolean fresh;
        synchronized (this) {
            fresh = work.takeFresh(task);
        }
        if (fresh) {
            skip(new Task(work, task, null), why);
        }
    }

    /**
     * Ends a work: what was not begun is skipped; what runs is interrupted or, on {@linkplain Policy#expendable VMs that
     * were started for it}, killed with its VM and timed out. Returns at once.
     */
    public void cancel(Work<?, ?> work) {
        List<Task> waiting = new ArrayList<>();
        synchronized (this) {
            work.cancelled = true;
            works.remove(work);
            returned.removeIf(task -> task.work == work && waiting.add(task));
            drivers.forEach(driver -> driver.own.removeIf(task -> task.work == work && waiting.add(task)));
        }
        String why =
                work.policy().expendable() ? "the time for all was over" : "its results are not waited for any more";
        waiting.forEach(task -> skip(task, why));
        endFresh(work, why);
        synchronized (this) {
            drivers.forEach(Driver::nudge);
        }
    }

    /** Ends all work, gives back leased VMs and ends those that were started for it. */
    @Override
    public void close() {
        List<Driver> all;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            notifyAll();
            all = List.copyOf(drivers);
        }
        for (Driver driver : all) {
            try {
                river.end(driver.name());
            } catch (LostException e) {
                // It has ended by itself.
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        failAll();
        all.forEach(driver -> driver.station().close());
    }
}
