package org.javampi;

/** What {@link Checkpoint} calls and a runtime implements. Any thread may call. */
public interface Checkpoints {
    /** See {@link Checkpoint#register}. */
    <T> T register(String name, T object);

    /** See {@link Checkpoint#unregister}. */
    void unregister(String name);

    /** See {@link Checkpoint#listen}. */
    void listen(CheckpointListener listener);

    /**
     * See {@link Checkpoint#here} and {@link Checkpoint#take}.
     *
     * @param due whether a checkpoint is taken here in any case
     */
    boolean pass(boolean due);

    /** See {@link Checkpoint#request}. */
    void request();

    /** See {@link Checkpoint#isRestarted}. */
    boolean isRestarted();

    /** See {@link Checkpoint#passed}. */
    long passed();
}
