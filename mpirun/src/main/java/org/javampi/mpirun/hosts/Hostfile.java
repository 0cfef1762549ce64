package org.javampi.mpirun.hosts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads a file of hosts in either dialect, line by line: {@code h slots=4 max_slots=8} as Open MPI
 * writes it, {@code h:4} as hydra does, or {@code h} for one slot; {@code #} begins a comment. A
 * host that comes again gets more slots.
 */
public final class Hostfile {
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private Hostfile() {}

    /**
     * The hosts of the file's lines.
     *
     * @param source the file's name, for messages
     * @throws IllegalArgumentException naming file and line
     */
    public static List<HostSlots> parse(List<String> lines, String source) {
        List<HostSlots> mentions = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String text = i == 0 && lines.get(0).startsWith(BYTE_ORDER_MARK)
                    ? lines.get(0).substring(1)
                    : lines.get(i);
            String line = text.replaceFirst("#.*", "").trim();
            if (!line.isEmpty()) {
                mentions.add(line(line, source + " line " + (i + 1)));
            }
        }
        if (mentions.isEmpty()) {
            throw new IllegalArgumentException(source + " names no host");
        }
        return HostSlots.merged(mentions);
    }

    private static HostSlots line(String line, String where) {
        String[] words = line.replaceAll("\\s*=\\s*", "=").split("\\s+");
        HostSlots host = HostList.entry(words[0], where);
        int slots = host.slots();
        int most = Integer.MAX_VALUE;
        for (int i = 1; i < words.length; i++) {
            String[] pair = words[i].split("=", 2);
            String value = pair.length == 2 ? pair[1] : "";
            switch (pair[0].toLowerCase(Locale.ROOT).replace('-', '_')) {
                case "slots", "cpu", "count" -> {
                    int given = HostSlots.count(value, where);
                    if (given != slots && words[0].endsWith(":" + slots) && !words[0].equals(host.name())) {
                        throw new IllegalArgumentException(
                                where + ": " + words[0] + " and " + words[i] + " contradict each other: leave out one");
                    }
                    slots = given;
                }
                case "max_slots", "slots_max" -> most = HostSlots.count(value, where);
                default ->
                    throw new IllegalArgumentException(where
                            + ": '"
                            + words[i]
                            + "' is not known here; a line is: host slots=4"
                            + " max_slots=8, host:4, or host");
            }
        }
        if (most < slots) {
            throw new IllegalArgumentException(where + ": max_slots=" + most + " is less than the " + slots
                    + " slots of " + host.name() + ": raise it, or give fewer slots");
        }
        return new HostSlots(host.name(), slots, most);
    }
}
