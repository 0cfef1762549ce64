package org.javampi.job.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.javampi.river.trust.Secret;

/**
 * What the agent of another host must know to report to the launcher. It comes by standard input,
 * or by the environment where something else than ssh starts agents; never by the command line,
 * which everybody sees.
 *
 * <pre>
 *  secret=HEX
 *  host=3                 or   hosts=n1,n2: the position of this node's name
 *  launcher=10.0.0.1:4711,10.1.0.1:4711
 *  interface=eth0         or   a network such as 10.0.0.0/8; may be empty
 *  silence=60000          ms
 *  reach=5000             ms
 *  end
 * </pre>
 *
 * @param host number of this host
 * @param launcher addresses at which the launcher may be reached, the likeliest first
 * @param networkInterface name or network of the interface to use; empty for the route's
 * @param silenceMs how long nothing may be heard of the launcher
 * @param reachMs how long the operating system of the launcher's host may not answer
 */
public record AgentCall(
        Secret secret,
        int host,
        List<InetSocketAddress> launcher,
        String networkInterface,
        int silenceMs,
        int reachMs) {
    /** Environment variable that holds the lines. */
    public static final String VARIABLE = "JAVAMPI_AGENT_CALL";

    private static final String END = "end";
    private static final int MOST_LINES = 16;

    /** The lines for one host, or for several when {@code host} is a list of nodes' names. */
    public static String text(
            Secret secret, String host, List<String> launcher, String networkInterface, int silenceMs, int reachMs) {
        return "secret="
                + secret.toHex()
                + (host.matches("\\d+") ? "\nhost=" : "\nhosts=")
                + host
                + "\nlauncher="
                + String.join(",", launcher)
                + "\ninterface="
                + networkInterface
                + "\nsilence="
                + silenceMs
                + "\nreach="
                + reachMs
                + "\n"
                + END
                + "\n";
    }

    /** Reads the lines from the environment if they are there, else from {@code in}. */
    static AgentCall read(Map<String, String> environment, BufferedReader in) throws IOException {
        Map<String, String> fields = new TreeMap<>();
        String text = environment.get(VARIABLE);
        if (text != null) {
            text.lines().forEach(line -> put(line, fields));
        } else {
            String line = in.readLine();
            while (line != null && !line.equals(END) && fields.size() < MOST_LINES) {
                put(line, fields);
                line = in.readLine();
            }
        }
        try {
            int host = fields.containsKey("host")
                    ? Integer.parseInt(fields.get("host"))
                    : node(fields.get("hosts"), environment);
            return new AgentCall(
                    Secret.ofHex(fields.get("secret")),
                    host,
                    addresses(fields.get("launcher")),
                    fields.getOrDefault("interface", ""),
                    Integer.parseInt(fields.get("silence")),
                    Integer.parseInt(fields.get("reach")));
        } catch (RuntimeException e) {
            throw new IOException("this is started by javampirun, which tells it by standard input what to do", e);
        }
    }

    /** Reads what {@link #text} has written for one host. */
    public static AgentCall parse(String text) throws IOException {
        return read(Map.of(VARIABLE, text), null);
    }

    private static void put(String line, Map<String, String> fields) {
        int equals = line.indexOf('=');
        if (equals > 0) {
            fields.put(line.substring(0, equals), line.substring(equals + 1));
        }
    }

    private static int node(String hosts, Map<String, String> environment) {
        int host = List.of(hosts.split(",")).indexOf(environment.get("SLURMD_NODENAME"));
        if (host < 0) {
            throw new IllegalArgumentException("this node is none of " + hosts);
        }
        return host;
    }

    private static List<InetSocketAddress> addresses(String list) {
        List<InetSocketAddress> addresses = new ArrayList<>();
        for (String text : list.split(",")) {
            int colon = text.lastIndexOf(':');
            addresses.add(new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1))));
        }
        return addresses;
    }

    /** The number under which a host's agent reports. */
    static int numberOf(int host) {
        return -1 - host;
    }

    /** The counterpart of {@link #numberOf}. */
    static int hostOf(int number) {
        return -1 - number;
    }
}
