/** River: virtual machines that host named virtual resources. */
module org.javampi.river {
    exports org.javampi.river;

    uses org.javampi.river.ResidentExtension;
}
