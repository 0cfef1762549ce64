package org.javampi.river.farm;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
 *          functionFile), timed
 *  drop    work                             driver      no more of these
 *  task    task, work, argument (or         driver      run this
 *          argumentFile)
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

    private final LinkedBlockingDeque<RiverMessage> tasks = new LinkedBlockingDeque<>();
    private final Map<Long, RiverMessage> works = new ConcurrentHashMap<>();
    private final Map<Long, FarmFunction<Object, Object>> functions = new ConcurrentHashMap<>();

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
            send(parent(), Map.of(KIND, "bye"));
        }
    }

    private void handle(RiverMessage message) throws InterruptedException {
        switch (message.getString(KIND)) {
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
            Object argument = Payload.read(task, "argument", classes);
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
    private static FarmFunction<Object, Object> functionOf(RiverMessage work, ClassLoader classes)
            throws IOException, ClassNotFoundException {
        return (FarmFunction<Object, Object>) Payload.read(work, "function", classes);
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
