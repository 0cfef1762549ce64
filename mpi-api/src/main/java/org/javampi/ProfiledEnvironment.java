package org.javampi;

/** The functions of {@link Environment} under their PMPI names. */
abstract class ProfiledEnvironment extends ProfiledTopologies {
    ProfiledEnvironment() {}

    /** As {@link MPI#MPI_Get_processor_name}, below all tools. */
    public static int PMPI_Get_processor_name(String[] name, int[] resultlen) {
        return Calls.binding().MPI_Get_processor_name(name, resultlen);
    }

    /** As {@link MPI#MPI_Get_processor_name}, below all tools. */
    public static String PMPI_Get_processor_name() {
        String[] name = new String[1];
        int[] resultlen = new int[1];
        Calls.check(Calls.binding().MPI_Get_processor_name(name, resultlen));
        return name[0];
    }

    /** As {@link MPI#MPI_Errhandler_create}, below all tools. */
    public static int PMPI_Errhandler_create(MPI_Handler_function function, MPI_Errhandler[] errhandler) {
        return Calls.binding().MPI_Errhandler_create(function, errhandler);
    }

    /** As {@link MPI#MPI_Errhandler_create}, below all tools. */
    public static MPI_Errhandler PMPI_Errhandler_create(MPI_Handler_function function) {
        MPI_Errhandler[] errhandler = new MPI_Errhandler[1];
        Calls.check(Calls.binding().MPI_Errhandler_create(function, errhandler));
        return errhandler[0];
    }

    /** As {@link MPI#MPI_Errhandler_set}, below all tools. */
    public static int PMPI_Errhandler_set(MPI_Comm comm, MPI_Errhandler errhandler) {
        return Calls.binding().MPI_Errhandler_set(comm, errhandler);
    }

    /** As {@link MPI#MPI_Errhandler_get}, below all tools. */
    public static int PMPI_Errhandler_get(MPI_Comm comm, MPI_Errhandler[] errhandler) {
        return Calls.binding().MPI_Errhandler_get(comm, errhandler);
    }

    /** As {@link MPI#MPI_Errhandler_get}, below all tools. */
    public static MPI_Errhandler PMPI_Errhandler_get(MPI_Comm comm) {
        MPI_Errhandler[] errhandler = new MPI_Errhandler[1];
        Calls.check(Calls.binding().MPI_Errhandler_get(comm, errhandler));
        return errhandler[0];
    }

    /** As {@link MPI#MPI_Errhandler_free}, below all tools. */
    public static int PMPI_Errhandler_free(MPI_Errhandler[] errhandler) {
        return Calls.binding().MPI_Errhandler_free(errhandler);
    }

    /** As {@link MPI#MPI_Errhandler_free}, below all tools. */
    public static int PMPI_Errhandler_free(MPI_Errhandler errhandler) {
        return Calls.binding().MPI_Errhandler_free(errhandler);
    }

    /** As {@link MPI#MPI_Error_string}, below all tools. */
    public static int PMPI_Error_string(int errorcode, String[] string, int[] resultlen) {
        return Calls.binding().MPI_Error_string(errorcode, string, resultlen);
    }

    /** As {@link MPI#MPI_Error_string}, below all tools. */
    public static String PMPI_Error_string(int errorcode) {
        String[] string = new String[1];
        int[] resultlen = new int[1];
        Calls.check(Calls.binding().MPI_Error_string(errorcode, string, resultlen));
        return string[0];
    }

    /** As {@link MPI#MPI_Error_class}, below all tools. */
    public static int PMPI_Error_class(int errorcode, int[] errorclass) {
        return Calls.binding().MPI_Error_class(errorcode, errorclass);
    }

    /** As {@link MPI#MPI_Error_class}, below all tools. */
    public static int PMPI_Error_class(int errorcode) {
        int[] errorclass = new int[1];
        Calls.check(Calls.binding().MPI_Error_class(errorcode, errorclass));
        return errorclass[0];
    }

    /** As {@link MPI#MPI_Wtime}, below all tools. */
    public static double PMPI_Wtime() {
        return Calls.binding().MPI_Wtime();
    }

    /** As {@link MPI#MPI_Wtick}, below all tools. */
    public static double PMPI_Wtick() {
        return Calls.binding().MPI_Wtick();
    }

    /** As {@link MPI#MPI_Init}, below all tools. */
    public static int PMPI_Init(String[] args) {
        return Calls.binding().MPI_Init(args);
    }

    /** As {@link MPI#MPI_Init}, below all tools. */
    public static int PMPI_Init() {
        return Calls.binding().MPI_Init(null);
    }

    /** As {@link MPI#MPI_Finalize}, below all tools. */
    public static int PMPI_Finalize() {
        return Calls.binding().MPI_Finalize();
    }

    /** As {@link MPI#MPI_Initialized}, below all tools. */
    public static int PMPI_Initialized(boolean[] flag) {
        return Calls.binding().MPI_Initialized(flag);
    }

    /** As {@link MPI#MPI_Initialized}, below all tools. */
    public static boolean PMPI_Initialized() {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.binding().MPI_Initialized(flag));
        return flag[0];
    }

    /** As {@link MPI#MPI_Finalized}, below all tools. */
    public static int PMPI_Finalized(boolean[] flag) {
        return Calls.binding().MPI_Finalized(flag);
    }

    /** As {@link MPI#MPI_Finalized}, below all tools. */
    public static boolean PMPI_Finalized() {
        boolean[] flag = new boolean[1];
        Calls.check(Calls.binding().MPI_Finalized(flag));
        return flag[0];
    }

    /** As {@link MPI#MPI_Abort}, below all tools. */
    public static int PMPI_Abort(MPI_Comm comm, int errorcode) {
        return Calls.binding().MPI_Abort(comm, errorcode);
    }

    /** As {@link MPI#MPI_Get_version}, below all tools. */
    public static int PMPI_Get_version(int[] version, int[] subversion) {
        return Calls.binding().MPI_Get_version(version, subversion);
    }
}
