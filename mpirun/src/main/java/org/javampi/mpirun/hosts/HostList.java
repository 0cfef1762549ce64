package org.javampi.mpirun.hosts;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code -host a:2,b}: names with commas between, each with its slots or one. */
public final class HostList {
    private HostList() {}

    /**
     * The hosts of a list.
     *
     * @throws IllegalArgumentException when a name is empty or a count is none
     */
    public static List<HostSlots> parse(String list) {
        List<HostSlots> mentions = new ArrayList<>();
        for (String entry : list.split(",", -1)) {
            mentions.add(entry(entry.trim(), "-host " + list));
        }
        return HostSlots.merged(mentions);
    }

    /** {@code h}, {@code h:4}, {@code [2001:db8::1]:4} or an IPv6 address as it is. */
    static HostSlots entry(String text, String where) {
        int colon = text.lastIndexOf(':');
        boolean bracketed = text.startsWith("[") && text.indexOf(']') > 0;
        boolean counted = bracketed ? colon > text.indexOf(']') : colon >= 0 && text.indexOf(':') == colon;
        String name = counted ? text.substring(0, colon) : text;
        if (bracketed) {
            name = name.substring(1, name.indexOf(']'));
        }
        boolean isAddress = name.matches("[0-9A-Fa-f:.%]+.*") && !name.contains("=");
        if (name.isEmpty()
                || !Character.isLetterOrDigit(name.codePointAt(0)) && name.charAt(0) != '_' && name.charAt(0) != ':'
                || name.contains(":") && !isAddress
                || name.chars().anyMatch(c -> c <= ' ' || c == '=')) {
            throw new IllegalArgumentException(where + ": '" + text + "' is no name of a host");
        }
        int slots = counted ? HostSlots.count(text.substring(colon + 1), where) : 1;
        return new HostSlots(name, slots);
    }
}
