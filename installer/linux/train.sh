#!/usr/bin/env bash
# Makes the start-up cache lib/app/sala.aot of an application folder: the classes that a start loads, read once.
# The paths of the jars are part of it only up to the folder, so that it may be moved; a cache that does not fit
# is ignored by the virtual machine.
set -euo pipefail
folder=$1
app=$folder/lib/app
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
"$folder/lib/runtime/bin/java" "@$app/sala.options" -Dglass.platform=Headless -Dprism.order=sw \
  -Djava.io.tmpdir="$work" -XX:AOTCacheOutput="$app/sala.aot" -cp "$app/sala.jar:$app/lib/*" \
  org.sala.app.Main demo --dir "$work/night" > "$work/log" 2>&1 || { tail -5 "$work/log" >&2; rm -f "$app/sala.aot"; exit 1; }
[ -f "$app/sala.aot" ]
