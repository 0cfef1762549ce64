package org.javampi.testing;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Gives each test method, and each method around it, the same deadline: {@value #SECONDS} s, multiplied by
 * {@link Patience}. JUnit finds this listener by itself. A test that says {@code @Timeout} has its own instead, and
 * so has a run with {@code -Djunit.jupiter.execution.timeout.default}.
 */
public final class DefaultDeadline implements LauncherSessionListener {
    /** JUnit's name of it. */
    static final String PARAMETER = "junit.jupiter.execution.timeout.default";

    private static final long SECONDS = 600;

    /** For JUnit. */
    public DefaultDeadline() {}

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty(PARAMETER) == null) {
            System.setProperty(PARAMETER, Patience.seconds(SECONDS) + " s");
        }
    }
}
