package org.javampi.mpirun.cli;

import java.util.ArrayList;
import java.util.List;

/** Environment variables as hydra's options name them. */
final class VariableNames {
    /** Variables that say something of a host or a login there. */
    private static final List<String> OWN_OF_A_HOST = List.of(
            "PATH", "HOME", "HOSTNAME", "USER", "LOGNAME", "SHELL", "PWD", "OLDPWD", "TMPDIR", "TERM", "SHLVL", "_");

    private VariableNames() {}

    /**
     * The variables, each as {@code V} or {@code V=val}.
     *
     * @param all whether all of the launcher's are meant that say nothing of its host
     * @param pairs names and values in turn
     * @param lists names with commas between
     */
    static List<String> of(boolean all, List<String> pairs, List<String> lists) {
        List<String> variables = new ArrayList<>();
        if (all) {
            System.getenv().keySet().stream()
                    .filter(name -> !OWN_OF_A_HOST.contains(name))
                    .forEach(variables::add);
        }
        lists.forEach(list -> variables.addAll(List.of(list.split(","))));
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            variables.add(pairs.get(i) + "=" + pairs.get(i + 1));
        }
        return variables;
    }
}
