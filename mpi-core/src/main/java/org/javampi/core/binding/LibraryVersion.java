package org.javampi.core.binding;

import org.javampi.MPI;

/** What MPI_Get_library_version says. */
final class LibraryVersion {
    /** As in pom.xml; a test compares them. */
    static final String NUMBER = "0.1.0";

    private LibraryVersion() {}

    static String text() {
        String text = "javampi " + NUMBER + " (MPI " + MPI.MPI_VERSION + "." + MPI.MPI_SUBVERSION + ") on Java "
                + System.getProperty("java.version") + ", " + System.getProperty("java.vm.name");
        return text.substring(0, Math.min(text.length(), MPI.MPI_MAX_LIBRARY_VERSION_STRING - 1));
    }
}
