#!/bin/sh
# Starts the installed or the carried Sala with the runtime beside it; leaves nothing readable behind.
# It stands in bin/ of the application folder; installer/linux/build.sh puts it there.
self=$(readlink -f "$0") || exit 4
home=$(cd "$(dirname "$self")/.." && pwd) || exit 4
ulimit -c 0 2>/dev/null
# Where no language is set at all, the virtual machine reads no folder whose name has other letters than English.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in "" | C | POSIX) export LC_ALL=C.UTF-8 ;; esac

# Where no language is set, as under a timer, Java would neither find files with letters beyond ASCII nor print them.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in *[Uu][Tt][Ff]*) ;; *) export LC_ALL=C.UTF-8 ;; esac

# A private folder for this process alone, in memory where the system offers that, emptied at the end.
place=${XDG_RUNTIME_DIR:-${TMPDIR:-/tmp}}
[ -d "$place" ] && [ -w "$place" ] || place=/tmp
umask 077
private=$(mktemp -d "$place/sala.XXXXXXXX") || { echo "No room for temporary files in $place." >&2; exit 4; }
child=
trap 'rm -rf "$private"' EXIT
# The toolkit's file dialogs write the names of files that were chosen into a list below this folder.
export XDG_DATA_HOME="$private"
# TERM, not INT: a shell starts what runs in the background with INT ignored, and the virtual machine keeps it so.
trap '[ -n "$child" ] && kill -TERM "$child" 2>/dev/null' INT TERM HUP

headless=
if [ "${1:-}" = demo ]; then
  case " $* " in *" --open "*) ;; *) headless="-Dglass.platform=Headless -Dprism.order=sw" ;; esac
fi
cache=
[ -f "$home/lib/app/sala.aot" ] && cache="-XX:AOTCache=$home/lib/app/sala.aot"

"$home/lib/runtime/bin/java" "@$home/lib/app/sala.options" ${cache:+"$cache"} $headless \
  -Djava.io.tmpdir="$private" -XX:ErrorFile="$private/hs_err.log" \
  -cp "$home/lib/app/sala.jar:$home/lib/app/lib/*" org.sala.app.Main "$@" <&0 &
child=$!
wait "$child"; status=$?
while kill -0 "$child" 2>/dev/null; do wait "$child"; status=$?; done
exit "$status"
