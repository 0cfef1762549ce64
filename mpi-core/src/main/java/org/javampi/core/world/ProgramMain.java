package org.javampi.core.world;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.javampi.Binding;
import org.javampi.core.binding.FacadeCopy;
import org.javampi.core.binding.RankBinding;
import org.javampi.core.check.Checking;
import org.javampi.core.freeze.FreezableProgram;
import org.javampi.core.record.Layer;
import org.javampi.job.RankHost;

/** A program that the ranks of a world run in classes of their own, frozen in any call. */
record ProgramMain(String mainClass, String classPath, String[] arguments) {
    /** Runs it as one rank, in the calling thread. */
    void run(RankHost rankHost, RankBinding binding) throws Throwable {
        FreezableProgram program = new FreezableProgram(rankHost);
        ClassLoader loader = program.loader(mainClass, classPath);
        Thread.currentThread().setContextClassLoader(loader);
        Binding checked = Checking.of(binding, rankHost.setting(Checking.SETTING));
        FacadeCopy.attach(Layer.over(program.over(checked, binding), binding, rankHost, true), loader);
        Method main = Class.forName(mainClass, false, loader).getMethod("main", String[].class);
        main.setAccessible(true);
        program.run(() -> enter(main));
    }

    private void enter(Method main) throws Throwable {
        try {
            main.invoke(null, (Object) arguments.clone());
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
