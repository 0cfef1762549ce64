package org.javampi.river.farm;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import org.javampi.river.message.LostException;
import org.javampi.river.message.RiverMessage;
import org.javampi.river.resource.VirtualResource;

/**
 * Runs the tasks of a farm on a VM, one after the other. Its own thread takes messages, another one runs tasks.
 *
 * <pre>
 *  farm    with                             from        meaning
 *  work    work, loader, function (or       driver      a function for the tasks that follow
 *          timed
 *          functionFile, functionLater),
 *          keep
 *  drop    work                             driver      no more of these
 *  task    task, work, argument (or         driver      run this
 *          argumentFile, argumentLater),
 *          keep
 *  copy    key, copy (or copyFile), keep    driver      what was to come later
 *  forget  key                              driver      it need not be kept any longer
 *  kept    key, file (if it could)          worker      it is kept for others of this host
 *  back    -                                driver      give back what is not begun
 *  back    tasks                            worker      given back
 *  cancel  task                             driver      interrupt it, if it runs
 *  begun   task                             worker      its function is called now, if the work has a time-out
 *  result  task, value, ns                  worker      it has returned
 *  failed  task, text, failure (if it can   worker      it has thrown
 *          travel), ns
 *  bye                                      worker      it ends
 * </pre>
 */
final class FarmWorker extends VirtualResource {
    static final String KIND = "farm";

    /** Attribute of a message with an object that is to be kept for other VMs of this host: its key. */
    static final String KEEP = "keep";

    private final LinkedBlockingDeque<RiverMessage> tasks = new LinkedBlockingDeque<>();
    private final Map<Long, RiverMessage> works = new ConcurrentHashMap<>();
    private final Map<Long, FarmFunction<Object, Object>> functions = new ConcurrentHashMap<>();

    /** What this keeps for other VMs of its host, by its key. */
    private final Map<Long, Path> kept = new HashMap<>();

    /** Objects that come later, by their keys: messages of the kind copy. */
    private final Map<Long, CompletableFuture<RiverMessage>> later = new ConcurrentHashMap<>();

    /** The thread that runs tasks, and which one it runs. Under this object's lock. */
    private Thread runner;

    private long current;

    @Override
    protected void run() throws Exception {
        Thread thread = new Thread(this::runTasks, "farm-tasks");
        thread.setDaemon(true);
        runner = thread;
        thread.start();
        try {
            while (true) {
                handle(recv());
            }
        } finally {
            kept.values().forEach(FarmWorker::delete);
            send(parent(), Map.of(KIND, "bye"));
        }
    }

    private void handle(RiverMessage message) throws InterruptedException {
        if (message.has(KEEP)) {
            keep(message);
        }
        switch (message.getString(KIND)) {
            case "copy" -> later(message.getLong("key")).complete(message);
            case "forget" -> {
                later.remove(message.getLong("key"));
                delete(kept.remove(message.getLong("key")));
            }
            case "work" -> works.put(message.getLong("work"), message);
            case "drop" -> {
                works.remove(message.getLong("work"));
                functions.remove(message.getLong("work"));
            }
            case "task" -> tasks.add(message);
            case "back" -> giveBack();
            case "cancel" -> cancel(message.getLong("task"));
            default -> throw new IllegalStateException("a farm's worker cannot " + message.get(KIND));
        }
    }

    private CompletableFuture<RiverMessage> later(long key) {
        return later.computeIfAbsent(key, any -> new CompletableFuture<>());
    }

    private void keep(RiverMessage message) throws InterruptedException {
        long key = message.getLong(KEEP);
        String name = message.has("copy") ? "copy" : message.getString(KIND).equals("work") ? "function" : "argument";
        Map<String, Object> answer = new LinkedHashMap<>(Map.of(KIND, "kept", "key", key));
        try {
            Path file = Payload.keep(message.getBytes(name));
            kept.put(key, file);
            answer.put("file", file.toString());
        } catch (IOException e) {
            // The others get it by message, as this one has.
            answer.put("why", e.toString());
        }
        send(parent(), answer);
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It goes with the process.
            return;
        }
    }

    /** Reads an object that came with a message, or comes later. */
    private Object read(RiverMessage message, String name, ClassLoader classes)
            throws IOException, ClassNotFoundException, InterruptedException {
        if (!message.has(name + "Later")) {
            return Payload.read(message, name, classes);
        }
        try {
            return Payload.read(later(message.getLong(name + "Later")).get(), "copy", classes);
        } catch (ExecutionException e) {
            throw new IllegalStateException("it never fails", e);
        }
    }

    private void giveBack() throws InterruptedException {
        List<RiverMessage> waiting = new ArrayList<>();
        tasks.drainTo(waiting);
        send(
                parent(),
                Map.of(
                        KIND,
                        "back",
                        "tasks",
                        waiting.stream().mapToLong(task -> task.getLong("task")).toArray()));
    }

    private synchronized void cancel(long task) {
        if (current == task) {
            runner.interrupt();
        }
    }

    private void runTasks() {
        Namespace.open((Integer) arguments().get(1));
        try {
            while (true) {
                RiverMessage task = tasks.take();
                long startNs = System.nanoTime();
                begin(task.getLong("task"));
                Map<String, ?> answer = perform(task);
                begin(0);
                Map<String, Object> message = new LinkedHashMap<>(answer);
                message.put("task", task.getLong("task"));
                message.put("ns", System.nanoTime() - startNs);
                send(parent(), message);
            }
        } catch (InterruptedException e) {
            // The worker ends, and its tasks with it.
            Thread.currentThread().interrupt();
        } catch (LostException e) {
            // Whose task it was is gone: the River ends this worker.
            tasks.clear();
        }
    }

    private synchronized void begin(long task) {
        current = task;
        if (task == 0) {
            // A cancelled task's interrupt is not the next one's.
            Thread.interrupted();
        }
    }

    private Map<String, ?> perform(RiverMessage task) {
        try {
            long work = task.getLong("work");
            ClassLoader classes = classesOf(works.get(work));
            Thread.currentThread().setContextClassLoader(classes);
            FarmFunction<Object, Object> function = functions.get(work);
            if (function == null) {
                function = functionOf(works.get(work), classes);
                functions.put(work, function);
            }
            Object argument = read(task, "argument", classes);
            if (works.get(work).getBoolean("timed")) {
                send(parent(), Map.of(KIND, "begun", "task", task.getLong("task")));
            }
            return Map.of(KIND, "result", "value", ObjectBytes.of(function.apply(argument), "the result"));
        } catch (Throwable thrown) {
            // Whatever a task throws, its Errors included, is its caller's to hear of.
            return failure(thrown);
        }
    }

    private ClassLoader classesOf(RiverMessage work) {
        return river().classesOf((UUID) arguments().get(0), work.getInt("loader"));
    }

    @SuppressWarnings("unchecked") // what the driver has sent
    private FarmFunction<Object, Object> functionOf(RiverMessage work, ClassLoader classes)
            throws IOException, ClassNotFoundException, InterruptedException {
        return (FarmFunction<Object, Object>) read(work, "function", classes);
    }

    private static Map<String, ?> failure(Throwable thrown) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack, true));
        String text = stack.toString().stripTrailing();
        try {
            return Map.of(KIND, "failed", "text", text, "failure", ObjectBytes.of(thrown, "the exception"));
        } catch (IllegalArgumentException e) {
            return Map.of(KIND, "failed", "text", text);
        }
    }
}
