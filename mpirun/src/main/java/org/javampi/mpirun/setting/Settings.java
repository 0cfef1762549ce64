package org.javampi.mpirun.setting;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.javampi.checkpoint.Fault;
import org.javampi.river.platform.Platform;

/**
 * Every setting of the runtime, once: what {@code --set} takes and {@code --list-settings} prints.
 */
public final class Settings {
    /** How ranks reach each other. */
    public static final String TRANSPORT = "transport";

    /** Whether the ranks' calls are watched. */
    public static final String CHECK = "check";

    /** Whether the program's class path is copied to other hosts. */
    public static final String SHIP = "ship";

    /** How many agents one host starts. */
    public static final String FAN_OUT = "launch.fanout";

    /** What becomes of a job that is deadlocked. */
    public static final String DEADLOCK = "deadlock";

    /** The job goes on waiting. */
    public static final String KEEP = "keep";

    /** Whether ranks wait for the debugger that {@code -debug} lets in. */
    public static final String DEBUG_SUSPEND = "debug.suspend";

    private static final String SHM_DIR = "shm.dir";
    private static final String COLL_FILE = "coll.file";
    private static final int MOST_HOSTS = 999_999;

    /** When a rank's thread is bound to a core. */
    public static final String BIND = "bind.to";

    /** Whether bindings are printed. */
    public static final String BIND_REPORT = "bind.report";

    /** Ranks are dealt out to so many pretended hosts. */
    public static final String PRETENDED_HOSTS = "pretend.hosts";

    /** The network interface of every host. */
    public static final String INTERFACE = "net.interface";

    /** How long the network of a host may not answer. */
    public static final String REACH = "reach.timeout";

    /** How long a host's agent may be silent. */
    public static final String HEARTBEAT = "heartbeat.timeout";

    /** How long agents may take to report. */
    public static final String LAUNCH = "launch.timeout";

    /** How long to try again to start an agent. */
    public static final String RETRY = "launch.retry";

    /** How long ranks may take to end that are asked to. */
    public static final String GRACE = "end.grace";

    /** Java on other hosts. */
    public static final String REMOTE_JAVA = "remote.java";

    /** Where javampi is on other hosts. */
    public static final String REMOTE_HOME = "remote.home";

    private static final int MOST_SECONDS = 999_999;

    /** More than an hour between the probes of a network helps nobody. */
    private static final int MOST_REACH_SECONDS = 9_999;

    private static final int MOST_MICROSECONDS = 1_000_000_000;

    /**
     * What is known of a setting.
     *
     * @param fallback its value when it is not given, or in words where that comes from
     * @param unit of its value
     * @param allowed what it may be; the ranks, which know no launcher, check their own again
     * @param sentence what it is for
     */
    private record Setting(String fallback, String unit, Allowed allowed, String sentence) {}

    /** Settings that have an option of their own, as users have typed it. */
    private static final Map<String, String> OPTIONS =
            Map.of(TRANSPORT, "--transport ", BIND, "--bind-to ", DEADLOCK, "--deadlock ");

    private static final Map<String, Setting> ALL = new LinkedHashMap<>();

    static {
        define(
                TRANSPORT,
                "shm,tcp",
                "names",
                Allowed.someOf("shm", "tcp"),
                "transports that ranks may use, the best per peer");
        define(
                "eager.bytes",
                "16384",
                "bytes",
                Allowed.number("bytes", 0, 1 << 24),
                "longest message that is sent without being asked");
        define(
                "eager.window.bytes",
                "8388608",
                "bytes",
                Allowed.number("bytes", 1 << 16, 1 << 30),
                "eager bytes a rank may have under way to another");
        define(
                "chunk.bytes",
                "67108864",
                "bytes",
                Allowed.number("bytes", 1024, 1 << 26),
                "longest piece of a long message, if the medium wants no shorter");
        define(
                "wait.spin.us",
                "10000",
                "us",
                Allowed.number("microseconds", 0, MOST_MICROSECONDS),
                "how long a waiting rank spins while cores are to spare");
        define(
                "wait.yield.us",
                "1000",
                "us",
                Allowed.number("microseconds", 0, MOST_MICROSECONDS),
                "how long it then yields before it sleeps");
        define(
                BIND,
                "crowded",
                "word",
                Allowed.oneOf("core", "crowded", "none"),
                "when a rank's thread is bound to a core: at once, beside other busy processes where"
                        + " the ranks need most cores, or never");
        define(BIND_REPORT, "false", "flag", Allowed.FLAG, "print which rank is bound to which core");
        define(
                "shm.ring.bytes",
                "by ranks",
                "bytes",
                Allowed.powerOfTwo("bytes", 1 << 14, 1 << 28),
                "room of each shared-memory ring, a power of two");
        define(
                SHM_DIR,
                Platform.current().sharedMemory().toString(),
                "path",
                Allowed.ANYTHING,
                "where the shared-memory file has its name for a moment");
        define(
                DEADLOCK,
                "end",
                "word",
                Allowed.oneOf("end", KEEP),
                "what becomes of a job in which no rank can ever go on: it ends with status 125, or waits");
        define(CHECK, "false", "flag", Allowed.FLAG, "watch the calls of the ranks for mistakes, as --check does");
        define("coll", "", "rules", Allowed.ANYTHING, "collective algorithms, as --coll has them, with ; between");
        define(COLL_FILE, "", "path", Allowed.ANYTHING, "a file of such rules, tried after those");
        define("coll.explain", "false", "flag", Allowed.FLAG, "print which collective algorithms ran and why");
        define(
                INTERFACE,
                "by route",
                "name",
                Allowed.ANYTHING,
                "network interface or network (10.0.0.0/8) that ranks and agents use");
        define(
                REACH,
                "5",
                "s",
                Allowed.number("seconds", 2, MOST_REACH_SECONDS),
                "how long the network of a host may not answer before the host is declared lost");
        define(
                HEARTBEAT,
                "30",
                "s",
                Allowed.number("seconds", 1, MOST_SECONDS),
                "how long the agent of a host may not respond before the host is declared lost");
        define(
                LAUNCH,
                "60",
                "s",
                Allowed.number("seconds", 1, MOST_SECONDS),
                "how long the agents of other hosts may take to report");
        define(
                RETRY,
                "0",
                "s",
                Allowed.number("seconds", 0, MOST_SECONDS),
                "how long to try again to start an agent (60 with a cluster operator's hostfile)");
        define(
                GRACE,
                "5",
                "s",
                Allowed.number("seconds", 0, MOST_SECONDS),
                "how long ranks may take to end after Ctrl-C, TERM or HUP before they are killed");
        define(SHIP, "false", "flag", Allowed.FLAG, "copy the program's class path to the other hosts, as --ship does");
        define(
                FAN_OUT,
                "64",
                "hosts",
                Allowed.number("hosts", 1, MOST_HOSTS),
                "how many agents each host starts, the launcher's included, where there are more");
        define(
                DEBUG_SUSPEND,
                "false",
                "flag",
                Allowed.FLAG,
                "with -debug: each JVM waits for a debugger before its ranks begin");
        define(REMOTE_JAVA, "as here", "path", Allowed.ANYTHING, "the java command on other hosts");
        define(REMOTE_HOME, "as here", "path", Allowed.ANYTHING, "where javampi is on other hosts");
        define(
                Fault.SETTING,
                "",
                "fault",
                Allowed.ANYTHING,
                "WHO:STEP:EPOCH: kill a rank or the coordinator at a step of a checkpoint, to try" + " restarts");
        define(
                PRETENDED_HOSTS,
                "1",
                "hosts",
                Allowed.number("hosts", 1, MOST_HOSTS),
                "deal the ranks out to so many hosts that do not share memory, to try several"
                        + " transports on one machine");
    }

    private Settings() {}

    /** A setting that is a number of seconds. */
    public static int seconds(Map<String, String> settings, String key) {
        return number(settings, key);
    }

    /** A setting that is a number. */
    public static int number(Map<String, String> settings, String key) {
        return Integer.parseInt(settings.getOrDefault(key, fallback(key)));
    }

    /** What a setting is when it is not given. */
    static String fallback(String key) {
        return ALL.get(key).fallback;
    }

    private static void define(String key, String fallback, String unit, Allowed allowed, String sentence) {
        ALL.put(key, new Setting(fallback, unit, allowed, sentence));
    }

    public static void describe(PrintStream out) {
        String row = "%-20s %-10s %-6s %s%n";
        out.printf(Locale.ROOT, row, "setting", "default", "unit", "meaning");
        ALL.forEach((key, setting) -> out.printf(
                Locale.ROOT, row, key, setting.fallback, setting.unit, setting.sentence + limits(setting.allowed)));
    }

    private static String limits(Allowed allowed) {
        return allowed.words().isEmpty() ? "" : " (" + allowed.words() + ")";
    }

    /**
     * Looks at what was given.
     *
     * @throws IllegalArgumentException with all that is wrong, each with its remedy
     */
    public static void check(Map<String, String> settings) {
        List<String> wrong = new ArrayList<>();
        settings.forEach((key, value) -> {
            Setting setting = ALL.get(key);
            if (setting == null) {
                wrong.add(unknown(key));
            } else if (!setting.allowed.test().test(value)) {
                wrong.add(OPTIONS.getOrDefault(key, "--set " + key + "=")
                        + value
                        + ": give "
                        + setting.allowed.words()
                        + " (default: "
                        + setting.fallback
                        + ")");
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
    }

    private static String unknown(String key) {
        return "unknown setting "
                + key
                + Spelling.nearest(key, ALL.keySet())
                        .map(name -> ": did you mean " + name + "?")
                        .orElse("")
                + " (javampirun --list-settings names all)";
    }

    /**
     * Looks for the files that ranks of this host will need.
     *
     * @throws IllegalArgumentException when one is missing
     */
    public static void checkFiles(Map<String, String> settings) {
        String rules = settings.getOrDefault(COLL_FILE, "");
        if (!rules.isEmpty() && !Files.isReadable(Path.of(rules))) {
            throw new IllegalArgumentException("--coll-file " + rules + ": there is no such file that can be read");
        }
        String shared = settings.getOrDefault(SHM_DIR, "");
        if (!shared.isEmpty() && !Files.isDirectory(Path.of(shared))) {
            throw new IllegalArgumentException("--set shm.dir="
                    + shared
                    + ": there is no such directory (default: "
                    + ALL.get(SHM_DIR).fallback
                    + ")");
        }
    }
}
