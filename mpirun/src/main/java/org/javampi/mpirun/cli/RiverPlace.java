package org.javampi.mpirun.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.river.resource.River;
import org.javampi.river.resource.RiverOptions;
import picocli.CommandLine.Option;

/** The options that say which River is meant, and by which network it is reached. */
public final class RiverPlace {
    @Option(
            names = "--secret-file",
            paramLabel = "F",
            description = {
                "file with the secret that all VMs share, in hexadecimal digits",
                "(default ~/.javampi/river.secret, made when there is none)"
            })
    private Path secretFile;

    @Option(
            names = {"--bind-address", "--bind"},
            paramLabel = "ADDR",
            description = "this host's address on the network to use (default loopback, no network)")
    private String bind;

    @Option(
            names = "--seed",
            paramLabel = "HOST:PORT",
            description = "a VM to ask for others, where broadcasts do not go; may be repeated")
    private List<String> seeds = new ArrayList<>();

    @Option(
            names = "--discovery-port",
            paramLabel = "P",
            description = "UDP port on which VMs are found (default 7483)")
    private String discoveryPort;

    /** Whether any of the options was given. */
    boolean isNamed() {
        return secretFile != null || bind != null || !seeds.isEmpty() || discoveryPort != null;
    }

    /** The environment with what was said on the command line; {@code secret} may be null. */
    public Map<String, String> environment(String secret) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (secretFile != null) {
            environment.remove(RiverOptions.SECRET);
            environment.put(
                    RiverOptions.SECRET_FILE, secretFile.toAbsolutePath().toString());
        } else if (secret != null) {
            environment.put(RiverOptions.SECRET, secret);
        }
        if (bind != null) {
            environment.put(RiverOptions.BIND, bind);
        }
        if (!seeds.isEmpty()) {
            environment.put(RiverOptions.SEEDS, String.join(",", seeds));
        }
        if (discoveryPort != null) {
            environment.put(RiverOptions.DISCOVERY_PORT, discoveryPort);
        }
        return environment;
    }

    public RiverOptions options() {
        try {
            return RiverOptions.from(environment(null), Path.of(System.getProperty("user.home")));
        } catch (IOException e) {
            throw new LaunchFailure(text(e), e);
        }
    }

    public static River open(RiverOptions options) {
        try {
            return River.open(options);
        } catch (IOException e) {
            throw new LaunchFailure(options.bind().getHostAddress() + ", port " + options.port() + ": " + text(e), e);
        }
    }

    /** What an exception says, with its kind where that says more. */
    public static String text(IOException e) {
        return e.getClass() == IOException.class ? e.getMessage() : e.toString();
    }
}
