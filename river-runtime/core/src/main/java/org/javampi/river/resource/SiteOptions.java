package org.javampi.river.resource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Options that a site or a container image has chosen for every JVM, by the environment. They come before what a launcher
 * adds by itself: two collectors, for example, stop a JVM.
 */
public final class SiteOptions {
    /** Variables from which a JVM takes options that no command line shows. */
    public static final List<String> VARIABLES = List.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS");

    /** The collector that ranks get when nobody has chosen one. */
    public static final String DEFAULT_COLLECTOR = "-XX:+UseSerialGC";

    private SiteOptions() {}

    /** Whether an option chooses a collector. */
    public static boolean isCollector(String option) {
        return option.startsWith("-XX:+Use") && option.endsWith("GC");
    }

    /** A command as it is to be started with {@code environment}: without defaults of ours that contradict what it has. */
    public static List<String> respected(List<String> command, Map<String, String> environment) {
        int place = command.indexOf(DEFAULT_COLLECTOR);
        if (place < 0 || !choosesCollector(command, place, environment)) {
            return command;
        }
        List<String> words = new ArrayList<>(command);
        words.remove(place);
        return words;
    }

    private static boolean choosesCollector(List<String> command, int own, Map<String, String> environment) {
        for (String variable : VARIABLES) {
            for (String option : environment.getOrDefault(variable, "").split("\\s+")) {
                if (mayChooseCollector(option)) {
                    return true;
                }
            }
        }
        for (int i = 0; i < command.size(); i++) {
            if (i != own && mayChooseCollector(command.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether an option chooses a collector, or names a file that may do so. */
    private static boolean mayChooseCollector(String option) {
        return isCollector(option)
                || option.startsWith("@")
                || option.startsWith("-XX:Flags=")
                || option.startsWith("-XX:VMOptionsFile=");
    }
}
