package org.javampi.river.resource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.javampi.river.network.LinkSettings;
import org.javampi.river.trust.Secret;

/**
 * How a VM takes part in a River.
 *
 * @param secret what all its VMs know
 * @param bind the one address to use; loopback unless told otherwise
 * @param port to listen on for connections; 0 takes a free one
 * @param discoveryPort on which VMs are looked for; the same for all of a River
 * @param seeds VMs to ask besides, where broadcasts do not go
 * @param takesWork whether others may lease this VM and deploy resources on it
 * @param slots ranks of a job that it is meant for
 * @param patience of connections
 * @param attributes what others can look for, besides what each VM says of itself
 * @param owner a VM that this one is leased to from the start, or null
 */
public record RiverOptions(
        Secret secret,
        InetAddress bind,
        int port,
        int discoveryPort,
        List<InetSocketAddress> seeds,
        boolean takesWork,
        int slots,
        LinkSettings patience,
        Map<String, ?> attributes,
        UUID owner) {
    /** Environment variable: the secret in hexadecimal digits. */
    public static final String SECRET = "JAVAMPI_RIVER_SECRET";

    /** Environment variable: a file that has the secret. */
    public static final String SECRET_FILE = "JAVAMPI_RIVER_SECRET_FILE";

    /** Environment variable: the address to use. */
    public static final String BIND = "JAVAMPI_RIVER_BIND";

    /** Environment variable: {@code host:port}, separated by commas. */
    public static final String SEEDS = "JAVAMPI_RIVER_SEEDS";

    /** Environment variable: the port on which VMs are looked for. */
    public static final String DISCOVERY_PORT = "JAVAMPI_RIVER_DISCOVERY_PORT";

    /** Environment variable: what others can look for, {@code name=value}, separated by commas. */
    public static final String ATTRIBUTES = "JAVAMPI_RIVER_ATTRIBUTES";

    /** Environment variable: the VM that this one is leased to from the start. */
    public static final String OWNER = "JAVAMPI_RIVER_OWNER";

    /** RIVE on the keys of a telephone. */
    public static final int DEFAULT_DISCOVERY_PORT = 7483;

    private static final int HIGHEST_PORT = 65_535;

    /** A program's part: gives work, takes none, uses loopback. */
    public static RiverOptions of(Secret secret) {
        return new RiverOptions(
                secret,
                InetAddress.getLoopbackAddress(),
                0,
                DEFAULT_DISCOVERY_PORT,
                List.of(),
                false,
                Runtime.getRuntime().availableProcessors(),
                LinkSettings.standard(),
                Map.of(),
                null);
    }

    /**
     * What the environment says; the secret is the user's own, in {@code ~/.javampi/river.secret},
     * unless it names another.
     *
     * @throws IOException when it says something that cannot be; names the variable
     */
    public static RiverOptions fromEnvironment() throws IOException {
        return from(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /**
     * What a certain environment says, for a user with a certain home.
     *
     * @throws IOException as {@link #fromEnvironment}
     */
    public static RiverOptions from(Map<String, String> environment, Path home) throws IOException {
        RiverOptions options = of(secret(environment, home));
        if (environment.containsKey(BIND)) {
            options = options.withBind(InetAddress.getByName(environment.get(BIND)));
        }
        if (environment.containsKey(SEEDS)) {
            List<InetSocketAddress> seeds = new ArrayList<>();
            for (String seed : environment.get(SEEDS).split(",")) {
                seeds.add(endpoint(seed.strip(), SEEDS));
            }
            options = options.withSeeds(seeds);
        }
        if (environment.containsKey(DISCOVERY_PORT)) {
            options = options.withDiscoveryPort(port(environment.get(DISCOVERY_PORT), DISCOVERY_PORT));
        }
        if (environment.containsKey(ATTRIBUTES)) {
            options = options.withAttributes(
                    attributes(List.of(environment.get(ATTRIBUTES).split(","))));
        }
        if (environment.containsKey(OWNER)) {
            options = options.ownedBy(UUID.fromString(environment.get(OWNER)));
        }
        return options;
    }

    /**
     * Reads {@code name=value}s; values that are whole numbers become {@code Long}s, others texts.
     *
     * @throws IOException when one has no name
     */
    public static Map<String, Object> attributes(List<String> texts) throws IOException {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw new IOException("attribute '" + text + "': name=value is needed, such as rack=7");
            }
            String value = text.substring(equals + 1).strip();
            attributes.put(
                    text.substring(0, equals).strip(),
                    value.matches("-?\\d{1,18}") ? (Object) Long.valueOf(value) : value);
        }
        return attributes;
    }

    private static Secret secret(Map<String, String> environment, Path home) throws IOException {
        if (environment.containsKey(SECRET)) {
            return RiverSecret.parse(environment.get(SECRET), SECRET);
        }
        if (environment.containsKey(SECRET_FILE)) {
            return RiverSecret.read(Path.of(environment.get(SECRET_FILE)));
        }
        return RiverSecret.readOrMake(home.resolve(".javampi").resolve("river.secret"));
    }

    /**
     * Reads {@code host:port}, with brackets around an IPv6 address.
     *
     * @param from what says it, for the refusal
     * @throws IOException when it is not that, the port is not 1..65535, or nobody knows the host
     */
    public static InetSocketAddress endpoint(String text, String from) throws IOException {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IOException(from + " " + text + ": host:port is needed");
        }
        String host = text.substring(0, colon).replaceAll("^\\[|]$", "");
        InetSocketAddress address = new InetSocketAddress(host, port(text.substring(colon + 1), from));
        if (address.isUnresolved()) {
            throw new IOException(from + " " + text + ": no host of that name is known");
        }
        return address;
    }

    private static int port(String text, String from) throws IOException {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > HIGHEST_PORT || Integer.parseInt(text) == 0) {
            throw new IOException(from + ": '" + text + "' is no port (1.." + HIGHEST_PORT + ")");
        }
        return Integer.parseInt(text);
    }

    /** These on another address. */
    public RiverOptions withBind(InetAddress address) {
        return new RiverOptions(
                secret, address, port, discoveryPort, seeds, takesWork, slots, patience, attributes, owner);
    }

    /** These, listening on a certain port. */
    public RiverOptions withPort(int listenPort) {
        return new RiverOptions(
                secret, bind, listenPort, discoveryPort, seeds, takesWork, slots, patience, attributes, owner);
    }

    /** These, looking for VMs on another port. */
    public RiverOptions withDiscoveryPort(int newPort) {
        return new RiverOptions(secret, bind, port, newPort, seeds, takesWork, slots, patience, attributes, owner);
    }

    /** These with other seeds. */
    public RiverOptions withSeeds(List<InetSocketAddress> newSeeds) {
        return new RiverOptions(
                secret,
                bind,
                port,
                discoveryPort,
                List.copyOf(newSeeds),
                takesWork,
                slots,
                patience,
                attributes,
                owner);
    }

    /** These as a VM that waits for work. */
    public RiverOptions takingWork() {
        return new RiverOptions(secret, bind, port, discoveryPort, seeds, true, slots, patience, attributes, owner);
    }

    /** These, meant for so many ranks of a job; as many as there are processors unless told. */
    public RiverOptions withSlots(int newSlots) {
        return new RiverOptions(
                secret, bind, port, discoveryPort, seeds, takesWork, newSlots, patience, attributes, owner);
    }

    /** These with other patience. */
    public RiverOptions withPatience(LinkSettings newPatience) {
        return new RiverOptions(
                secret, bind, port, discoveryPort, seeds, takesWork, slots, newPatience, attributes, owner);
    }

    /** These with attributes that others can look for. */
    public RiverOptions withAttributes(Map<String, ?> newAttributes) {
        return new RiverOptions(
                secret,
                bind,
                port,
                discoveryPort,
                seeds,
                takesWork,
                slots,
                patience,
                Collections.unmodifiableMap(new LinkedHashMap<>(newAttributes)),
                owner);
    }

    /** These, leased to a VM from the start: nobody else gets it in between. */
    public RiverOptions ownedBy(UUID newOwner) {
        return new RiverOptions(
                secret, bind, port, discoveryPort, seeds, takesWork, slots, patience, attributes, newOwner);
    }
}
