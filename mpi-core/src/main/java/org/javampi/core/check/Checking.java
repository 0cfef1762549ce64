package org.javampi.core.check;

import org.javampi.Binding;
import org.javampi.core.binding.RankBinding;

/** Whether a rank's calls are watched. Apart from what watches them, so that nothing of it is loaded where they are not. */
public final class Checking {
    /** The setting that asks for it. */
    public static final String SETTING = "check";

    private Checking() {}

    /** {@code binding} itself, or watched if {@code setting}, the text of {@link #SETTING}, says so. */
    public static Binding of(RankBinding binding, String setting) {
        return Boolean.parseBoolean(setting) ? CheckedBinding.over(binding) : binding;
    }
}
