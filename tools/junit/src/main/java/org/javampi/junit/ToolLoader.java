package org.javampi.junit;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;

/** Adds the tool that notes messages to the profiling tools that a rank's class path names. */
final class ToolLoader extends ClassLoader {
    private static final String TOOLS = "META-INF/services/org.javampi.Tool";
    private static final String OWN_TOOLS = "META-INF/javampi/junit-tools";

    static {
        registerAsParallelCapable();
    }

    ToolLoader(ClassLoader rankLoader) {
        super(rankLoader);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> found = Collections.list(super.getResources(name));
        if (name.equals(TOOLS)) {
            found = new ArrayList<>(found);
            found.addAll(Collections.list(super.getResources(OWN_TOOLS)));
        }
        return Collections.enumeration(found);
    }
}
