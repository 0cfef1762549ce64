package org.javampi.mpirun.hosts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A host and how many ranks it is meant for.
 *
 * @param name as the user has written it
 * @param slots ranks that it gets before hosts are given more than they have slots
 * @param most ranks beyond which others are preferred; at least {@code slots}
 */
public record HostSlots(String name, int slots, int most) {
    private static final int MOST_SLOTS = 1_000_000;

    /** A host without an upper bound. */
    public HostSlots(String name, int slots) {
        this(name, slots, Integer.MAX_VALUE);
    }

    /** Each host once, in the order of its first mention: repeated mentions add their slots. */
    public static List<HostSlots> merged(List<HostSlots> mentions) {
        Map<String, HostSlots> hosts = new LinkedHashMap<>();
        for (HostSlots mention : mentions) {
            hosts.merge(mention.name, mention, HostSlots::plus);
        }
        return new ArrayList<>(hosts.values());
    }

    private static HostSlots plus(HostSlots one, HostSlots other) {
        long most = Math.min(Integer.MAX_VALUE, (long) one.most + other.most);
        return new HostSlots(one.name, one.slots + other.slots, (int) most);
    }

    /**
     * A number of slots.
     *
     * @throws IllegalArgumentException naming {@code where} when the text is none
     */
    static int count(String text, String where) {
        if (!text.matches("\\d{1,7}") || Integer.parseInt(text) > MOST_SLOTS) {
            throw new IllegalArgumentException(
                    where + ": '" + text + "' is not a number of slots (0.." + MOST_SLOTS + ")");
        }
        return Integer.parseInt(text);
    }
}
