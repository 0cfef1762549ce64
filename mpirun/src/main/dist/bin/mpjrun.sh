#!/bin/sh
# mpjrun.sh, mpjrun, fmpjrun: command lines of MPJ Express and FastMPJ. Finds Java and the jars, as javampirun does.
self=$0
while [ -L "$self" ]; do
    link=$(readlink "$self")
    case $link in
        /*) self=$link ;;
        *) self=$(dirname "$self")/$link ;;
    esac
done
home=$(cd "$(dirname "$self")/.." && pwd -P)
if [ -n "${JAVA_HOME:-}" ]; then
    java=$JAVA_HOME/bin/java
else
    java=java
fi
command -v "$java" >/dev/null 2>&1 || {
    echo "mpjrun: there is no '$java': install Java 17 or newer, or set JAVA_HOME" >&2
    exit 1
}
path=
for jar in "$home"/lib/*.jar; do
    path=${path:+$path:}$jar
done
exec "$java" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:-UsePerfData -Xmx256m -cp "$path" org.javampi.mpirun.MpjRun "$@"
