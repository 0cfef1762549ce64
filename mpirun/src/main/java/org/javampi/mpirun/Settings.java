package org.javampi.mpirun;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.javampi.river.checkpoint.Fault;

/**
 * Every setting of the runtime, once: what {@code --set} takes and {@code --list-settings} prints.
 */
final class Settings {
    /** Ranks are dealt out to so many pretended hosts. */
    static final String PRETENDED_HOSTS = "pretend.hosts";

    /** The network interface of every host. */
    static final String INTERFACE = "net.interface";

    /** How long a host may be silent. */
    static final String HEARTBEAT = "heartbeat.timeout";

    /** How long agents may take to report. */
    static final String LAUNCH = "launch.timeout";

    /** How long to try again to start an agent. */
    static final String RETRY = "launch.retry";

    /** Java on other hosts. */
    static final String REMOTE_JAVA = "remote.java";

    /** Where javampi is on other hosts. */
    static final String REMOTE_HOME = "remote.home";

    private static final List<String> SECONDS = List.of(HEARTBEAT, LAUNCH, RETRY);

    private record Setting(String fallback, String unit, String sentence) {}

    private static final Map<String, Setting> ALL = new LinkedHashMap<>();

    static {
        define("transport", "shm,tcp", "names", "transports that ranks may use, the best per peer");
        define("eager.bytes", "16384", "bytes", "longest message that is sent without being asked");
        define(
                "eager.window.bytes",
                "8388608",
                "bytes",
                "eager bytes a rank may have under way to another");
        define(
                "chunk.bytes",
                "67108864",
                "bytes",
                "longest piece of a long message, if the medium wants no shorter");
        define(
                "wait.spin.us",
                "10000",
                "us",
                "how long a waiting rank spins while cores are to spare");
        define("wait.yield.us", "1000", "us", "how long it then yields before it sleeps");
        define(
                "shm.ring.bytes",
                "by ranks",
                "bytes",
                "room of each shared-memory ring, a power of two");
        define(
                "shm.dir",
                "/dev/shm",
                "path",
                "where the shared-memory file has its name for a moment");
        define("coll", "", "rules", "collective algorithms, as --coll has them, with ; between");
        define("coll.file", "", "path", "a file of such rules, tried after those");
        define("coll.explain", "false", "flag", "print which collective algorithms ran and why");
        define(
                INTERFACE,
                "by route",
                "name",
                "network interface or network (10.0.0.0/8) that ranks and agents use");
        define(
                HEARTBEAT,
                "60",
                "s",
                "how long nothing may be heard of another host before the job is ended");
        define(LAUNCH, "60", "s", "how long the agents of other hosts may take to report");
        define(
                RETRY,
                "0",
                "s",
                "how long to try again to start an agent (60 with a cluster operator's hostfile)");
        define(REMOTE_JAVA, "as here", "path", "the java command on other hosts");
        define(REMOTE_HOME, "as here", "path", "where javampi is on other hosts");
        define(
                Fault.SETTING,
                "",
                "WHO:STEP:EPOCH",
                "kill a rank or the coordinator at a step of a checkpoint, to try restarts");
        define(
                PRETENDED_HOSTS,
                "1",
                "hosts",
                "deal the ranks out to so many hosts that do not share memory, to try several"
                        + " transports on one machine");
    }

    private Settings() {}

    /** A setting that is a number of seconds. */
    static int seconds(Map<String, String> settings, String key) {
        return Integer.parseInt(settings.getOrDefault(key, ALL.get(key).fallback));
    }

    private static void define(String key, String fallback, String unit, String sentence) {
        ALL.put(key, new Setting(fallback, unit, sentence));
    }

    static void describe(PrintStream out) {
        out.printf("%-20s %-10s %-6s %s%n", "setting", "default", "unit", "meaning");
        ALL.forEach(
                (key, setting) ->
                        out.printf(
                                "%-20s %-10s %-6s %s%n",
                                key, setting.fallback, setting.unit, setting.sentence));
    }

    /** Reports all unknown settings together. */
    static void check(Map<String, String> settings) {
        List<String> unknown = new ArrayList<>();
        for (String key : settings.keySet()) {
            if (!ALL.containsKey(key)) {
                unknown.add(key);
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "unknown setting "
                            + String.join(", ", unknown)
                            + ": javampirun --list-settings names all");
        }
        String hosts = settings.get(PRETENDED_HOSTS);
        if (hosts != null && !hosts.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException(
                    PRETENDED_HOSTS + "=" + hosts + ": a number from 1 to 999999");
        }
        for (String key : SECONDS) {
            String text = settings.get(key);
            if (text != null
                    && (!text.matches("[0-9]{1,6}") || !key.equals(RETRY) && text.matches("0*"))) {
                throw new IllegalArgumentException(
                        key + "=" + text + ": a number of seconds from 1 to 999999");
            }
        }
        for (String name : settings.getOrDefault("transport", "shm").split(",")) {
            if (!name.equals("shm") && !name.equals("tcp")) {
                throw new IllegalArgumentException("transport '" + name + "': shm, tcp or shm,tcp");
            }
        }
    }
}
