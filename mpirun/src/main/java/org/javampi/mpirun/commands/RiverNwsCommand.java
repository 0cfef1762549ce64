package org.javampi.mpirun.commands;

import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.javampi.mpirun.failure.ExitStatus;
import org.javampi.mpirun.failure.LaunchFailure;
import org.javampi.river.nws.NetWorkSpace;
import org.javampi.river.nws.NwsException;
import org.javampi.river.nws.NwsServer;
import org.javampi.river.nws.NwsSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code river nws}: a server of workspaces until its process is ended. */
@Command(
        name = "nws",
        synopsisHeading = "usage: ",
        sortOptions = false,
        description = {
            "Serves NetWorkSpaces, until Ctrl-C: tables where processes in Java, Python and R meet.",
            "Every process that can connect can read and change all workspaces."
        })
final class RiverNwsCommand implements RiverAction {
    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "TCP port for clients; 0 takes a free one (default ${DEFAULT-VALUE})")
    private int port = NetWorkSpace.DEFAULT_PORT;

    @Option(
            names = "--web",
            paramLabel = "P",
            description =
                    "TCP port for browsers; 0 takes a free one, 'none' serves no pages (default ${DEFAULT-VALUE})")
    private String web = Integer.toString(NetWorkSpace.DEFAULT_PORT + 1);

    @Option(
            names = "--bind",
            paramLabel = "ADDR",
            description = "this host's address to listen on (default: loopback, for this host only)")
    private String bind;

    @Option(
            names = "--save",
            paramLabel = "DIR",
            description = "directory where persistent workspaces are kept, so that they survive the server")
    private Path save;

    private final PrintStream out;
    private final PrintStream err;

    RiverNwsCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public int perform() throws InterruptedException {
        NwsSettings settings = NwsSettings.onPort(checked("--port", port));
        if (!web.equals("none")) {
            settings = settings.withPages(checked("--web", number(web)));
        }
        try {
            if (bind != null) {
                settings = settings.withBind(InetAddress.getByName(bind));
            }
            if (save != null) {
                settings = settings.savingTo(save);
            }
            NwsServer server = NwsServer.start(settings);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "river-nws-end"));
            server.remarks().forEach(remark -> err.println("river nws: " + remark));
            String host = settings.bind().getHostAddress();
            out.println("river nws: workspaces at " + host + ":" + server.port()
                    + (server.webPort() < 0 ? "" : ", pages at http://" + host + ":" + server.webPort() + "/"));
            out.flush();
            server.awaitEnd();
            return 0;
        } catch (UnknownHostException e) {
            throw new LaunchFailure("--bind " + bind + ": no host of that name is known", e);
        } catch (NwsException e) {
            err.println("river nws: " + e.getMessage());
            return ExitStatus.FAILED;
        }
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new LaunchFailure("--web " + text + ": a port (0.." + HIGHEST_PORT + ") or 'none' is needed", e);
        }
    }

    private static int checked(String option, int number) {
        if (number < 0 || number > HIGHEST_PORT) {
            throw new LaunchFailure(option + " " + number + ": a port is 0.." + HIGHEST_PORT);
        }
        return number;
    }
}
