package org.javampi.generator;

/**
 * A parameter of a form.
 *
 * @param type as in the source, {@code Object...} included
 * @param name as in the source
 */
record Parameter(String type, String name) {
    String declaration() {
        return type + " " + name;
    }

    /** Whether a value form can make it by itself: an array to be filled at element 0, or a status. */
    boolean canBeOutput() {
        return isStatus() || type.endsWith("[]") && !type.endsWith("[][]");
    }

    boolean isStatus() {
        return type.equals("MPI_Status");
    }

    /** What a value form returns of it. */
    String valueType() {
        return isStatus() ? type : elementType();
    }

    /** What a value form writes to return it. */
    String value() {
        return isStatus() ? name : name + "[0]";
    }

    /** The same of longs. */
    Parameter longer() {
        return new Parameter(type.replace("int", "long"), name);
    }

    /** Whether it is of ints, so that it can become longer. */
    boolean isOfInts() {
        return type.equals("int") || type.equals("int[]");
    }

    /** The statement that makes it. */
    String creation() {
        return isStatus()
                ? "MPI_Status " + name + " = new MPI_Status();"
                : type + " " + name + " = new " + elementType() + "[1];";
    }

    private String elementType() {
        return type.substring(0, type.length() - 2);
    }
}
