package org.javampi.job.vm;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import org.javampi.job.TooManyProcesses;
import org.javampi.job.control.ControlConnection;
import org.javampi.job.control.Message;
import org.javampi.job.control.MessageKind;
import org.javampi.job.control.WorldDescription;
import org.javampi.river.trust.Secret;

/**
 * The main class of every VM that an agent starts. Where the agent listens, which VM this is and
 * a ticket to join with come by the environment; all else by the control connection.
 */
public final class VirtualMachineMain {
    /** Environment variable: {@code address:port}. */
    public static final String AGENT = "JAVAMPI_AGENT";

    /** Environment variable: the job's name, for programs; see {@code javampirun console}. */
    public static final String JOB = "JAVAMPI_JOB";

    /** Environment variable: number of this VM. */
    public static final String VM = "JAVAMPI_VM";

    /**
     * Environment variable: what this JVM joins the job with, in hexadecimal digits. Programs that it starts
     * inherit it, when it has served already.
     */
    public static final String TICKET = "JAVAMPI_TICKET";

    private VirtualMachineMain() {}

    /** Takes no arguments. */
    public static void main(String[] none) throws IOException {
        String address = System.getenv(AGENT);
        String number = System.getenv(VM);
        String ticket = System.getenv(TICKET);
        if (address == null || number == null || ticket == null) {
            throw new IllegalStateException(
                    AGENT + ", " + VM + " and " + TICKET + " are set by javampirun: start with that");
        }
        int colon = address.lastIndexOf(':');
        InetSocketAddress agent =
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        ControlConnection connection;
        try {
            connection = ControlConnection.join(
                    agent, Integer.parseInt(number), Secret.ofHex(ticket), ControlConnection.JOIN_LIMIT_MS);
        } catch (SocketException e) {
            System.err.println("javampi: the JVM of a rank cannot reach javampirun at " + address + ": "
                    + ControlConnection.whyUnreachable(agent.getAddress(), e));
            System.exit(1);
            return;
        } catch (IOException e) {
            System.err.println("javampi: the JVM of a rank could not join its job: " + e.getMessage());
            System.exit(1);
            return;
        }
        try {
            new VirtualMachine(connection, world(connection)).run();
        } catch (OutOfMemoryError e) {
            if (!TooManyProcesses.isCauseOf(e)) {
                throw e;
            }
            System.err.println("javampi: the JVM of a rank: " + TooManyProcesses.sentence());
            // Hooks are threads, too: without one more, an orderly end is not possible.
            Runtime.getRuntime().halt(1);
        }
    }

    /** Waits for the world. Another host's agent may tell before that it lives. */
    static WorldDescription world(ControlConnection connection) throws IOException {
        Message message = connection.receive();
        while (message.kind() == MessageKind.ALIVE) {
            connection.limitSilence(message.readInt());
            message = connection.receive();
        }
        return WorldDescription.read(message);
    }
}
