package org.javampi.river.nws.wire;

/** Names of what client and server agree on when they meet, and of metadata. */
public final class Option {
    /** Option: a dictionary stands before each request. */
    public static final String METADATA_TO_SERVER = "MetadataToServer";

    /** Option: a dictionary stands before each reply. */
    public static final String METADATA_FROM_SERVER = "MetadataFromServer";

    /**
     * Option of this server: metadata {@link #TIMEOUT} of a fetch or find limits how long it waits. The reply after that
     * has status {@link #TIMED_OUT}; the connection goes on.
     */
    public static final String TIME_LIMITS = "NwsTimeLimits";

    /** Option: its value is the port of the web pages. */
    public static final String WEB_PORT = "NwsWebPort";

    /** Metadata of a request: milliseconds, decimal. */
    public static final String TIMEOUT = "nwsTimeoutMs";

    /** Metadata of a reply: why the status is not 0. */
    public static final String REASON = "nwsReason";

    /** Status: no value has come in time. */
    public static final int TIMED_OUT = 408;

    private Option() {}
}
