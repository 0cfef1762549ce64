package org.javampi.river.platform;

/**
 * Which platform a process has.
 *
 * @param platform null when it is refused
 * @param refusal why; null when it is not
 */
record PlatformChoice(Platform platform, String refusal) {
    private static final String LINUX = "Linux";

    /** Apart, so that tests can choose without it. */
    private static final class OfThisProcess {
        static final PlatformChoice CHOICE = of(System.getenv(Platform.VARIABLE), System.getProperty("os.name"));
    }

    static Platform ofThisProcess() {
        PlatformChoice choice = OfThisProcess.CHOICE;
        if (choice.platform == null) {
            throw new IllegalStateException(choice.refusal);
        }
        return choice.platform;
    }

    /**
     * By a name and the system.
     *
     * @param wanted what the user has said; null or empty for nothing
     * @param system name of the operating system, as the JDK has it
     */
    static PlatformChoice of(String wanted, String system) {
        boolean isLinux = LINUX.equals(system);
        String name =
                wanted == null || wanted.isEmpty() ? isLinux ? LinuxPlatform.NAME : PortablePlatform.NAME : wanted;
        switch (name) {
            case LinuxPlatform.NAME -> {
                return isLinux
                        ? new PlatformChoice(new LinuxPlatform(), null)
                        : new PlatformChoice(
                                null,
                                Platform.VARIABLE + "=" + name + ": this system is " + system + "; take "
                                        + PortablePlatform.NAME + ", or leave the variable out");
            }
            case PortablePlatform.NAME -> {
                return new PlatformChoice(new PortablePlatform(), null);
            }
            default -> {
                return new PlatformChoice(
                        null,
                        Platform.VARIABLE + "=" + name + ": there is no such platform; known are " + LinuxPlatform.NAME
                                + " and " + PortablePlatform.NAME);
            }
        }
    }
}
