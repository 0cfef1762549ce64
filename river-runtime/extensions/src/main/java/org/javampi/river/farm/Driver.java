package org.javampi.river.farm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.javampi.river.discovery.RiverVm;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.DeploymentException;
import org.javampi.river.resource.VirtualResource;

/**
 * A farm's side of one VM: deploys the worker there, keeps it supplied, and notices its end. All its waiting is for
 * messages: those of the worker, those by which the farm nudges it, and the news that the worker is gone.
 *
 * <p>A VM gets the next task when it has finished one. Where tasks are shorter than messages take, it gets some in
 * advance, for {@link #AHEAD_NS}; should the first of them take long then, the others go back.
 */
final class Driver extends VirtualResource implements Worker {
    private static final AtomicLong ATTEMPTS = new AtomicLong();

    /** So much work a VM gets in advance: enough to hide the way of messages, too little to unbalance anything. */
    private static final long AHEAD_NS = TimeUnit.MILLISECONDS.toNanos(4);

    private static final int MOST_AHEAD = 64;

    /** A task that others wait behind for so long has them given back. */
    private static final long HELD_NS = TimeUnit.MILLISECONDS.toNanos(50);

    /** How often an idle driver looks for slow tasks that it could run a second time. */
    private static final long LOOK_NS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final long LONG_NS = TimeUnit.SECONDS.toNanos(10);

    /** A VM that was killed is gone within this, or is taken for gone. */
    private static final long KILLED_NS = TimeUnit.SECONDS.toNanos(30);

    /** A task with a time-out must have begun so much before. */
    private static final long UNBEGUN_NS = TimeUnit.SECONDS.toNanos(60);

    private final Farm farm;
    private final int number;
    private final Station station;

    /** What this worker alone must run. Guarded by the farm's lock. */
    final ArrayDeque<Task> own = new ArrayDeque<>();

    /** Whether it has been told that there is nothing to do. Guarded by the farm's lock. */
    boolean waiting;

    private final ArrayDeque<Attempt> outstanding = new ArrayDeque<>();
    private final Set<Long> known = new HashSet<>();

    /** What the worker keeps for other VMs of its host, or is to keep, by its key. */
    private final Map<Long, Payload> keeping = new HashMap<>();

    /** What the worker waits for until another VM of its host has it, by its key. */
    private final Map<Long, Payload> awaited = new HashMap<>();

    private volatile UUID worker;
    private volatile boolean alive = true;
    private long headStartNs;
    private boolean askedBack;

    /** Running mean of what tasks take; unknown at first. */
    private double meanNs = Double.MAX_VALUE;

    Driver(Farm farm, int number, Station station) {
        this.farm = farm;
        this.number = number;
        this.station = station;
    }

    /** A task that was sent. */
    private static final class Attempt {
        final long id = ATTEMPTS.incrementAndGet();
        final Task task;
        boolean sent;
        boolean cancelled;

        /** Kept until the task is over here: it may be in a file. */
        Payload argument;

        /** When its function was called, as the worker tells of works with a time-out; 0 before. */
        long begunNs;

        /** When the VM was killed because of it; 0 when it was not. */
        long killedNs;

        Attempt(Task task) {
            this.task = task;
        }

        /** It is over on this VM. */
        Task over() {
            if (argument != null) {
                task.work.release(argument);
            }
            return task;
        }
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public RiverVm vm() {
        return station.vm();
    }

    @Override
    public UUID resource() {
        return worker;
    }

    @Override
    public boolean isAlive() {
        return alive;
    }

    @Override
    public String ending() {
        return station.ending();
    }

    Station station() {
        return station;
    }

    /** Makes it look again whether there is something to do. Any thread. */
    void nudge() {
        try {
            send(name(), Map.of(FarmWorker.KIND, "nudge"));
        } catch (LostException e) {
            // It has ended, and with it what it could be nudged for.
            alive = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    protected void run() throws Exception {
        String why = "the farm was closed";
        try {
            boolean goesOn = true;
            while (goesOn) {
                try {
                    serve();
                } catch (LostException | DeploymentException e) {
                    why = onDeath(e);
                    goesOn = station.renew();
                }
            }
        } catch (InterruptedException e) {
            // The farm ends it; what follows must not be interrupted.
            why = "the farm was closed";
        } catch (IOException e) {
            why = e.getMessage();
        } catch (RuntimeException | Error e) {
            why = "the farm's thread for it has failed: " + e;
            throw e;
        } finally {
            alive = false;
            loseCopies();
            while (!outstanding.isEmpty()) {
                farm.onLoss(outstanding.poll().over(), this, Ended.LOST, why, 0);
            }
            farm.onGone(this, why);
        }
    }

    private void serve() throws InterruptedException {
        known.clear();
        worker = deploy(station.vm(), FarmWorker.class, river().id(), number);
        farm.onReady(this);
        while (true) {
            fill();
            Optional<RiverMessage> message = receive();
            if (message.isPresent()) {
                handle(message.get());
            }
            checkTimes();
            forget();
        }
    }

    private Optional<RiverMessage> receive() throws InterruptedException {
        while (true) {
            try {
                return recv(Duration.ofNanos(patienceNs()));
            } catch (LostException e) {
                // Not of a worker that was here before.
                if (e.resource().equals(worker) || station.vm().id().equals(e.machine())) {
                    throw e;
                }
            }
        }
    }

    private int credit() {
        return (int) Math.max(1, Math.min(MOST_AHEAD, AHEAD_NS / meanNs));
    }

    private void fill() throws InterruptedException {
        while (outstanding.size() < credit()) {
            Task task = farm.next(this, outstanding.isEmpty());
            if (task == null) {
                return;
            }
            transmit(task);
        }
    }

    private void transmit(Task task) throws InterruptedException {
        Attempt attempt = new Attempt(task);
        Work<?, ?> work = task.work;
        if (outstanding.isEmpty()) {
            headStartNs = System.nanoTime();
        }
        outstanding.add(attempt);
        try {
            attempt.argument = work.argument(task.index);
            if (known.add(work.number)) {
                meanNs = Double.MAX_VALUE;
                Map<String, Object> message = new HashMap<>(attributes(work.function(), "function", true));
                message.put(FarmWorker.KIND, "work");
                message.put("work", work.number);
                message.put("timed", work.policy().taskTimeout() != null);
                message.put("loader", river().offerClasses(work.origin()));
                send(worker, message);
            }
            Map<String, Object> message = new HashMap<>(attributes(attempt.argument, "argument", work.isShared()));
            message.put(FarmWorker.KIND, "task");
            message.put("task", attempt.id);
            message.put("work", work.number);
            send(worker, message);
            attempt.sent = true;
        } catch (LostException e) {
            // What it has sent before is still to be heard, and after that the news of its end.
            return;
        } catch (IllegalArgumentException e) {
            outstanding.remove(attempt);
            attempt.over();
            farm.onFailure(task, new TaskFailure(task.describe() + ": " + e.getMessage(), e), describe(), 0);
        }
    }

    /** How a payload comes to the worker. */
    private Map<String, Object> attributes(Payload payload, String name, boolean shared) {
        String host = farm.hostOf(vm());
        boolean here = host.equals(farm.hostOf(river().self()));
        if (here || !shared || !payload.isLong()) {
            return Map.ofEntries(payload.attribute(name, here));
        }
        return switch (payload.copies().ask(host, this)) {
            case BYTES -> {
                keeping.put(payload.key(), payload);
                farm.countCopy();
                yield Map.ofEntries(payload.attribute(name, false), Map.entry(FarmWorker.KEEP, payload.key()));
            }
            case FILE -> Map.of(name + "File", payload.copies().file(host));
            case LATER -> {
                awaited.put(payload.key(), payload);
                yield Map.of(name + "Later", payload.key());
            }
        };
    }

    /** The worker keeps what it has got, or could not. */
    private void onKept(RiverMessage message) throws InterruptedException {
        Payload payload = keeping.get(message.getLong("key"));
        if (payload == null) {
            return;
        }
        String host = farm.hostOf(vm());
        List<Driver> waiting;
        if (message.has("file")) {
            waiting = payload.copies().onKept(host, this, message.getString("file"));
        } else {
            keeping.remove(payload.key());
            waiting = payload.copies().onLost(host, this);
        }
        tellAgain(waiting, payload);
        onAgain(payload.key());
    }

    private static void tellAgain(List<Driver> drivers, Payload payload) {
        drivers.forEach(driver -> driver.again(payload.key()));
    }

    /** What this one's worker waits for can be asked for again. Any thread. */
    private void again(long key) {
        try {
            send(name(), Map.of(FarmWorker.KIND, "again", "key", key));
        } catch (LostException e) {
            // It has ended, and its worker waits for nothing.
            alive = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void onAgain(long key) throws InterruptedException {
        Payload payload = awaited.remove(key);
        if (payload == null || payload.isClosed()) {
            return;
        }
        Map<String, Object> message;
        try {
            message = new HashMap<>(attributes(payload, "copy", true));
        } catch (UncheckedIOException e) {
            if (payload.isClosed()) {
                // All tasks have ended meanwhile.
                return;
            }
            throw e;
        }
        if (message.containsKey("copyLater")) {
            return;
        }
        message.put(FarmWorker.KIND, "copy");
        message.put("key", key);
        tell(message);
    }

    /** The worker is gone, and what it kept with it. */
    private void loseCopies() {
        String host = farm.hostOf(vm());
        keeping.values().forEach(payload -> tellAgain(payload.copies().onLost(host, this), payload));
        keeping.clear();
        awaited.clear();
    }

    /** What is needed no longer is not kept. */
    private void forget() throws InterruptedException {
        Iterator<Payload> all = keeping.values().iterator();
        while (all.hasNext()) {
            Payload payload = all.next();
            if (payload.isClosed()) {
                all.remove();
                tell(Map.of(FarmWorker.KIND, "forget", "key", payload.key()));
            }
        }
    }

    private long patienceNs() {
        long nowNs = System.nanoTime();
        long patienceNs = LONG_NS;
        Attempt head = outstanding.peek();
        if (head == null) {
            return farm.hasSecondRuns() ? LOOK_NS : patienceNs;
        }
        Duration limit = head.task.work.policy().taskTimeout();
        if (limit != null) {
            patienceNs = Math.min(patienceNs, endNs(head, limit) - nowNs);
        }
        if (outstanding.size() > 1 && !askedBack) {
            // Again and again: a worker may become idle.
            long untilNs = headStartNs + HELD_NS - nowNs;
            patienceNs = Math.min(patienceNs, untilNs > 0 ? untilNs : HELD_NS);
        }
        return Math.max(TimeUnit.MILLISECONDS.toNanos(1), patienceNs);
    }

    private void handle(RiverMessage message) throws InterruptedException {
        if (message.source().equals(name())
                && message.getString(FarmWorker.KIND).equals("again")) {
            onAgain(message.getLong("key"));
        }
        if (!message.source().equals(worker)) {
            return;
        }
        switch (message.getString(FarmWorker.KIND)) {
            case "result", "failed" -> onEnd(message);
            case "kept" -> onKept(message);
            case "begun" -> onBegun(message.getLong("task"));
            case "back" -> onBack(message.get("tasks", long[].class));
            case "bye" -> throw new LostException(worker, station.vm().id(), describe() + ": its worker was ended");
            default -> throw new IllegalStateException("a worker has sent " + message);
        }
    }

    private void onBegun(long id) {
        for (Attempt attempt : outstanding) {
            if (attempt.id == id) {
                attempt.begunNs = System.nanoTime();
            }
        }
    }

    /** When a task's time is over; its classes may come from far away before it begins. */
    private long endNs(Attempt head, Duration limit) {
        return head.begunNs != 0 ? head.begunNs + limit.toNanos() : headStartNs + limit.toNanos() + UNBEGUN_NS;
    }

    private void onEnd(RiverMessage message) throws InterruptedException {
        Attempt attempt = take(message.getLong("task"));
        if (attempt == null) {
            return;
        }
        if (attempt.killedNs != 0) {
            // Too late: its VM is being killed because of it.
            outstanding.addFirst(attempt);
            return;
        }
        attempt.over();
        long ns = message.getLong("ns");
        meanNs = meanNs == Double.MAX_VALUE ? ns : 0.8 * meanNs + 0.2 * ns;
        Task task = attempt.task;
        Work<?, ?> work = task.work;
        if (message.getString(FarmWorker.KIND).equals("result")) {
            Object value;
            try {
                value = ObjectBytes.read(message.getBytes("value"), work.classes());
            } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
                String text = task.describe() + " on VM " + describe() + ": its result cannot be read here: " + e;
                farm.onFailure(task, new TaskFailure(text, e), describe(), ns);
                return;
            }
            farm.onResult(task, value, describe(), ns);
        } else {
            Throwable cause = causeOf(message, work.classes());
            String text = task.describe() + " on VM " + describe() + " has thrown " + headline(message)
                    + "; its stack there is the cause below";
            farm.onFailure(task, new TaskFailure(text, cause), describe(), ns);
        }
        if (work.finished() == work.count() && known.remove(work.number)) {
            send(worker, Map.of(FarmWorker.KIND, "drop", "work", work.number));
        }
    }

    private static String headline(RiverMessage failed) {
        return failed.getString("text").lines().findFirst().orElse("");
    }

    private static Throwable causeOf(RiverMessage failed, ClassLoader classes) {
        if (failed.has("failure")) {
            try {
                return (Throwable) ObjectBytes.read(failed.getBytes("failure"), classes);
            } catch (IOException | ClassNotFoundException | RuntimeException | LinkageError e) {
                RemoteStack stack = new RemoteStack(failed.getString("text"));
                stack.addSuppressed(e);
                return stack;
            }
        }
        return new RemoteStack(failed.getString("text"));
    }

    private Attempt take(long id) {
        Iterator<Attempt> all = outstanding.iterator();
        boolean head = true;
        while (all.hasNext()) {
            Attempt one = all.next();
            if (one.id == id) {
                all.remove();
                if (head) {
                    headStartNs = System.nanoTime();
                    askedBack = false;
                }
                return one;
            }
            head = false;
        }
        return null;
    }

    private void onBack(long[] ids) {
        for (long id : ids) {
            Attempt attempt = take(id);
            if (attempt != null) {
                farm.giveBack(attempt.over());
            }
        }
    }

    private void checkTimes() throws InterruptedException {
        Attempt head = outstanding.peek();
        if (head == null) {
            return;
        }
        long nowNs = System.nanoTime();
        long passedNs = nowNs - headStartNs;
        if (head.killedNs != 0) {
            if (nowNs - head.killedNs > KILLED_NS) {
                throw new LostException(worker, station.vm().id(), describe() + " was killed and does not end");
            }
            return;
        }
        Duration limit = head.task.work.policy().taskTimeout();
        boolean cancelled = farm.isCancelled(head.task);
        if (limit != null && nowNs > endNs(head, limit)
                || cancelled && head.task.work.policy().expendable()) {
            head.killedNs = nowNs;
            station.kill();
        } else if ((cancelled || head.task.done) && !head.cancelled) {
            // Nobody waits for it any more, or another VM was faster. What waits behind it is first: it must not begin.
            head.cancelled = true;
            if (cancelled && outstanding.size() > 1) {
                tell(Map.of(FarmWorker.KIND, "back"));
            }
            tell(Map.of(FarmWorker.KIND, "cancel", "task", head.id));
        } else if (outstanding.size() > 1 && passedNs > HELD_NS && !askedBack && farm.hasIdle()) {
            askedBack = true;
            tell(Map.of(FarmWorker.KIND, "back"));
        }
    }

    private void tell(Map<String, ?> message) throws InterruptedException {
        try {
            send(worker, message);
        } catch (LostException e) {
            // The news of its end comes to the queue.
            return;
        }
    }

    /** Deals with what a dead VM had; answers why it is dead. */
    private String onDeath(RuntimeException loss) throws InterruptedException {
        loseCopies();
        long ns = System.nanoTime() - headStartNs;
        String who = describe();
        String ending = station.ending();
        String why = loss.getMessage() + "; " + ending;
        boolean head = true;
        while (!outstanding.isEmpty()) {
            Attempt attempt = outstanding.poll();
            if (head && attempt.sent) {
                boolean late = attempt.killedNs != 0;
                farm.onLoss(attempt.over(), this, late ? Ended.TIMED_OUT : Ended.LOST, late ? who : why, ns);
            } else {
                farm.giveBack(attempt.over());
            }
            head = false;
        }
        askedBack = false;
        return why;
    }

    List<Task> takeOwn() {
        List<Task> tasks = List.copyOf(own);
        own.clear();
        return tasks;
    }
}
