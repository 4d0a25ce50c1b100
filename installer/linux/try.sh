#!/usr/bin/env bash
# Starts a built Sala as an officer would who may write nothing beside it.
#   installer/linux/try.sh carried FOLDER   from a stick that is read-only, in a folder with spaces and Thai letters:
#                                           plays the night of the demonstration
#   installer/linux/try.sh window FOLDER    opens the window, makes a workspace in it by keyboard, and reads it again
#                                           by command; needs Xvfb and xdotool
# Root gives its rights away first, for nothing is read-only to root (needs setpriv, of util-linux).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
what=$1
program=$(cd "$2" && pwd)
phrase="seven still lamps over an example ferry"

place=$(mktemp -d "${TMPDIR:-/tmp}/sala-try.XXXXXXXX")
started=()
cleared() {
  for p in "${started[@]}"; do kill "$p" 2>/dev/null || true; done
  chmod -R u+w "$place" && rm -rf "$place"
}
trap cleared EXIT
chmod 755 "$place"
mkdir -m 777 "$place/home" "$place/temporary" "$place/คืน หนึ่ง"

# With a home of its own and, as on a bare machine, no language set.
as_officer() {
  local rights=()
  [ "$(id -u)" != 0 ] || rights=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  exec "${rights[@]}" env -i PATH="$PATH" HOME="$place/home" TMPDIR="$place/temporary" ${DISPLAY:+DISPLAY="$DISPLAY"} "$@"
}

failed() { echo "$1" >&2; [ ! -s "$place/said" ] || tail -20 "$place/said" >&2; exit 1; }

nothing_left() {
  [ -z "$(ls -A "$place/temporary")" ] || failed "left in the temporary folder: $(ls -A "$place/temporary")"
  [ ! -e "$place/home/.openjfx" ] || failed "something was unpacked into the home"
}

# Where anybody may read it, and nobody may write: the checkout may lie in somebody's home.
put() {
  mkdir -p "$(dirname "$1")"
  cp -rp "$program" "$1"
  chmod -R a-w,a+rX "$1"
  program=$1
}

carried() {
  put "$place/แท่ง ตัวอย่าง/my stick/sala"
  (as_officer "$program/bin/sala" demo --no-pictures --dir "$place/คืน หนึ่ง/demo") > "$place/said" 2>&1 ||
    failed "the night did not end well from a read-only stick"
  [ -s "$place/คืน หนึ่ง/demo/check/authority.pem" ] || failed "the night left nothing to check"
  nothing_left
  tail -1 "$place/said"
}

# Until something is there, at most a minute.
until_there() {
  for _ in $(seq 120); do "${@:2}" >/dev/null 2>&1 && return; sleep 0.5; done
  failed "$1"
}

# Opens the window and makes a workspace by keyboard, so many seconds after it came: the first field has the keyboard then.
worked() {
  local pause=$1 work=$2 shown sala
  (as_officer "$program/bin/sala" --workspace "$work") > "$place/said" 2>&1 &
  sala=$!
  started+=("$sala")
  until_there "no window came" xdotool search --onlyvisible --name '^Sala$'
  shown=$(xdotool search --onlyvisible --name '^Sala$' | head -1)
  sleep "$pause"
  # Nobody else gives a window the keyboard here.
  xdotool windowfocus --sync "$shown"
  for word in "Officer One Example" one "$phrase"; do
    xdotool type --delay 20 "$word"
    xdotool key Tab
  done
  xdotool type --delay 20 "$phrase"
  xdotool key Return
  for _ in $(seq 60); do [ ! -s "$work/key.a" ] || break; sleep 0.5; done
  kill -TERM "$sala"
  wait "$sala" || true
  [ -s "$work/key.a" ]
}

window() {
  local work="$place/คืน หนึ่ง/งาน one"
  put "$place/sala"
  Xvfb -displayfd 3 -screen 0 1280x800x24 3> "$place/display" 2>/dev/null &
  started+=($!)
  until_there "no display came up" test -s "$place/display"
  DISPLAY=:$(cat "$place/display")
  export DISPLAY
  worked 3 "$work" || worked 15 "$work" || failed "no workspace was made by keyboard"
  nothing_left
  printf '%s\n' "$phrase" > "$place/phrase" && chmod 644 "$place/phrase"
  (as_officer "$program/bin/sala" audit verify --workspace "$work" --handle one --passphrase-file "$place/phrase") \
    > "$place/said" 2>&1 || failed "the workspace does not open again"
  echo "a window came, a workspace was made in it by keyboard, and: $(tail -1 "$place/said")"
}

"$what"
