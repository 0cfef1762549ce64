package org.javampi.mpirun.hosts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.javampi.job.agent.Interfaces;
import org.javampi.river.platform.Platform;

/**
 * The names of this host.
 *
 * @param name as the system has it
 */
public record OwnNames(String name) {
    /** Asks the system. */
    public static OwnNames ofThisHost() {
        return new OwnNames(Platform.current().hostName());
    }

    /** Whether a name is this host's without asking anybody. */
    public boolean matches(String typed) {
        String host = withoutOwnUser(typed);
        return host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}")
                || host.equalsIgnoreCase(name)
                || isShortOf(host, name)
                || isShortOf(name, host);
    }

    /** {@code user@host} is the host where the user is this one, too. */
    private static String withoutOwnUser(String host) {
        String prefix = System.getProperty("user.name") + "@";
        return host.startsWith(prefix) ? host.substring(prefix.length()) : host;
    }

    private static boolean isShortOf(String brief, String full) {
        return brief.indexOf('.') < 0 && full.regionMatches(true, 0, brief + ".", 0, brief.length() + 1);
    }

    /** Whether a name is this host's, or stands for one of its addresses. */
    public boolean matchesOrResolves(String host) {
        if (matches(host)) {
            return true;
        }
        try {
            return Interfaces.isOwn(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            // ssh may know it all the same.
            return false;
        }
    }
}
