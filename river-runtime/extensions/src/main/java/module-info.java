/** Systems that stand on River: task farms and what is like them. */
module org.javampi.river.extensions {
    requires transitive org.javampi.river;

    exports org.javampi.river.trickle;
}
