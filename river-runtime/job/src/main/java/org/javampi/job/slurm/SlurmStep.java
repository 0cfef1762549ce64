package org.javampi.job.slurm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One task of a step that {@code srun} has started, as its environment tells, or one process of another launcher's.
 *
 * @param name of the step: the same for all of its tasks, another for every other step
 * @param rank of this task
 * @param hostOf node of each task, as an index into the step's nodes
 * @param nodes names of the step's nodes
 */
public record SlurmStep(String name, int rank, int[] hostOf, List<String> nodes) {
    /** Number of tasks. */
    public int size() {
        return hostOf.length;
    }

    /** Whether the environment is that of one of several tasks. A batch script is none. */
    public static boolean isTask(Map<String, String> environment) {
        return environment.containsKey("SLURM_STEP_ID")
                && environment.containsKey("SLURM_PROCID")
                && environment.getOrDefault("SLURM_STEP_NUM_TASKS", "1").matches("[0-9]{1,7}")
                && Integer.parseInt(environment.getOrDefault("SLURM_STEP_NUM_TASKS", "1")) > 1;
    }

    /**
     * Reads the environment of a task.
     *
     * @throws IllegalArgumentException when it does not tell where tasks are, or in a way that is
     *     not understood
     */
    public static SlurmStep of(Map<String, String> environment) {
        int size = Integer.parseInt(environment.get("SLURM_STEP_NUM_TASKS"));
        int rank = Integer.parseInt(environment.get("SLURM_PROCID"));
        List<String> nodes = NodeList.expand(environment.getOrDefault("SLURM_STEP_NODELIST", ""));
        List<Integer> counts = NodeList.counts(environment.getOrDefault("SLURM_STEP_TASKS_PER_NODE", ""));
        String distribution = environment.getOrDefault("SLURM_DISTRIBUTION", "block");
        int atOnce = atOnce(distribution.toLowerCase(Locale.ROOT), environment);
        int[] hostOf = new int[size];
        int placed = 0;
        int[] used = new int[nodes.size()];
        while (placed < size) {
            int before = placed;
            for (int node = 0; node < used.length; node++) {
                int room = counts.get(Math.min(node, counts.size() - 1)) - used[node];
                int taken = Math.min(Math.min(room, atOnce), size - placed);
                for (int i = 0; i < taken; i++) {
                    used[node]++;
                    hostOf[placed++] = node;
                }
            }
            if (placed == before) {
                throw refusal("SLURM_STEP_TASKS_PER_NODE has too few places for " + size);
            }
        }
        if (hostOf[rank] != Integer.parseInt(environment.getOrDefault("SLURM_NODEID", "-1"))) {
            throw refusal("the distribution '" + distribution + "' of tasks is not understood");
        }
        String name = environment.get("SLURM_JOB_ID")
                + "."
                + environment.get("SLURM_STEP_ID")
                + "."
                + environment.getOrDefault("SLURM_RESTART_COUNT", "0");
        return new SlurmStep(name, rank, hostOf, nodes);
    }

    /** How many tasks a node gets before the next one gets some. */
    private static int atOnce(String distribution, Map<String, String> environment) {
        if (distribution.startsWith("cyclic")) {
            return 1;
        }
        if (!distribution.startsWith("plane")) {
            return Integer.MAX_VALUE;
        }
        int equals = distribution.indexOf('=');
        String plane = equals < 0
                ? environment.getOrDefault("SLURM_DIST_PLANESIZE", "")
                : distribution.substring(equals + 1).replaceAll(",.*", "");
        if (!plane.matches("[1-9]\\d{0,6}")) {
            throw refusal("the distribution '" + distribution + "' does not say how many tasks a plane has");
        }
        return Integer.parseInt(plane);
    }

    private static IllegalArgumentException refusal(String why) {
        return new IllegalArgumentException("this task of srun cannot find its place: "
                + why
                + "; start the program with javampirun in the allocation");
    }

    /** The runtime's settings in an environment: {@code JAVAMPI_EAGER_BYTES} is eager.bytes. */
    public static Map<String, String> settings(Map<String, String> environment, Map<?, ?> properties) {
        Map<String, String> settings = new TreeMap<>();
        environment.forEach((key, value) -> {
            if (key.startsWith("JAVAMPI_")) {
                String name = key.substring("JAVAMPI_".length());
                settings.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        for (Object key : new ArrayList<Object>(properties.keySet())) {
            String name = key.toString();
            if (name.startsWith("javampi.")) {
                settings.put(
                        name.substring("javampi.".length()), properties.get(key).toString());
            }
        }
        return settings;
    }
}
