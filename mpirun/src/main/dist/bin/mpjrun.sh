#!/bin/sh
# mpjrun.sh, mpjrun, fmpjrun: command lines of MPJ Express and FastMPJ. Finds Java and the jars, as javampirun does.
case $0 in
    */*) self=$0 ;;
    *) self=./$0 ;;
esac
while [ -L "$self" ]; do
    link=$(readlink "$self")
    case $link in
        /*) self=$link ;;
        *) self=${self%/*}/$link ;;
    esac
done
home=$(cd "${self%/*}/.." && pwd -P)
if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
else
    java=java
fi
command -v "$java" >/dev/null 2>&1 || {
    echo "mpjrun: there is no '$java': install Java 17 or newer, or set JAVA_HOME" >&2
    exit 1
}
jars=
for jar in "$home"/lib/*.jar; do
    jars=${jars:+$jars:}$jar
done
exec "$java" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xmx256m -cp "$jars" org.javampi.mpirun.MpjRun "$@"
