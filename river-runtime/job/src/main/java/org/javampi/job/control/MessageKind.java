package org.javampi.job.control;

/**
 * What is said on a control connection. The order is part of the protocol; new kinds go to the end.
 */
public enum MessageKind {
    /** Agent to VM: the world; see {@link WorldDescription}. */
    WORLD,
    /** VM to agent: int rank, string key, string value. */
    PUBLISH,
    /** VM to agent: int rank, string key. */
    LOOKUP,
    /** Agent to VM: int rank, string key, string value. */
    VALUE,
    /** VM to agent: int rank. */
    JOINED,
    /** VM to agent: int rank. */
    LEFT,
    /** VM to agent: int rank, int status, string message. */
    ABORT,
    /** VM to agent: int rank, string message. */
    LOST,
    /** VM to agent: int rank, string stack trace. */
    UNCAUGHT,
    /** VM to agent: int rank, string stack trace. */
    EXITING,
    /** VM to agent: int rank: its main has returned. */
    RETURNED,
    /** VM to agent: int rank, byte stream (1 or 2), bytes. */
    OUTPUT,
    /**
     * Both ways: I am alive. From an agent with an int: give me up when you have heard nothing for
     * so many ms.
     */
    ALIVE,
    /** Agent of another host to launcher: {@link HostReport}. */
    HOST_READY,
    /** Launcher to agent of another host: {@link HostPlan}. */
    HOST_PLAN,
    /** Agent of another host to launcher: string: why it cannot do its part. */
    HOST_FAILED,
    /** Agent of another host to launcher: int vm, long pid: its process runs. */
    VM_STARTED,
    /** Agent of another host to launcher: int vm: it has proved itself. */
    VM_CONNECTED,
    /** Agent of another host to launcher: int vm, a message of this VM. */
    FROM_VM,
    /** Agent of another host to launcher: int vm: its control connection has ended. */
    VM_DISCONNECTED,
    /** Agent of another host to launcher: int vm, byte stream (1 or 2), bytes of its process. */
    VM_OUTPUT,
    /** Agent of another host to launcher: int vm, int status: its process has ended. */
    VM_ENDED,
    /** Launcher to agent of another host: int vm, a message for this VM. */
    TO_VM,
    /** Agent to VM: int rank, bytes of standard input for it; none at its end. */
    INPUT,
    /** VM to agent: int rank, long position: it reads standard input from there on. */
    WANT_INPUT,
    /** Launcher to agent of another host: end all virtual machines, and tell of their ends. */
    END_VMS,
    /** Agent to VM: int rank, a checkpoint {@code Order}. */
    ORDER,
    /** VM to agent: int rank, a checkpoint {@code Report}. */
    REPORT,
    /** Visitor to agent: {@link CheckpointWish}: asks for a checkpoint, and what is to be done with it. */
    WANT_CHECKPOINT,
    /** Agent to visitor: byte whether it was done, string text. */
    ANSWER,
    /** Agent to VM: int status: the job has failed, end with this status. */
    END_JOB,
    /** VM to agent: its JVM is ending. Agent to VM: the answer. */
    FAREWELL,
    /** Agent to VM: int rank, byte stream, int bytes: there is room for so many more of OUTPUT. */
    OUTPUT_TAKEN,
    /** Launcher to agent of another host: int vm, byte stream, int bytes: as many of VM_OUTPUT. */
    VM_OUTPUT_TAKEN,
    /** Agent of another host to launcher: int vm, string names of processes that it left behind. */
    VM_LEFT_BEHIND,
    /** Launcher to agent of another host: string name of a signal for its virtual machines. */
    SIGNAL_VMS,
    /** VM to agent: int rank, string thread, string stack, byte whether it is fatal. */
    THREAD_DIED,
    /** VM to agent: a thread of one of its ranks has waited for long. */
    WAITING,
    /** Agent to VM: int round: asks what its ranks do. */
    LOOK,
    /** VM to agent: int round, what a rank does. */
    LOOKED,
    /** Visitor to agent: asks what all ranks do. */
    WANT_STATUS,
    /** Visitor to agent: may I talk to the ranks? Answered by {@link #ANSWER}: how many there are, or why not. */
    WANT_RANKS,
    /** Visitor to agent to VM: int rank, bytes of a talk; none when the visitor is gone. */
    TO_RANK,
    /** VM to agent to visitor: int rank, bytes of a talk. */
    FROM_RANK,
    /** Agent to visitor: int rank, string why: it is gone. */
    RANK_LOST,
    /** VM to agent: int rank, string: a mistake of its program that its calls show. */
    FINDING,
    /** Agent of another host to launcher: int host, string how: the command that was to start its agent has ended. */
    AGENT_ENDED
}
