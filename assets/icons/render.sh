#!/usr/bin/env bash
# Renders sala.svg to the PNG, ICO and ICNS files beside it, with ImageMagick and Python 3. Run it after changing
# the drawing; the results are kept, so that building an installer needs neither.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
for n in 16 24 32 48 64 128 256 512; do
  convert -background none -density 768 sala.svg -resize "${n}x${n}" -strip -define png:exclude-chunks=date,time \
    "PNG32:$work/$n.png"
done
cp "$work/256.png" sala.png
cp "$work/64.png" sala-document.png
convert "$work"/{16,24,32,48,64,256}.png sala.ico
# ICNS is a list of PNG files, each behind four letters and its length; small sizes are scaled by the system.
python3 - "$work" <<'PY'
import struct, sys
kinds = [(b"ic07", 128), (b"ic08", 256), (b"ic09", 512)]
parts = []
for kind, size in kinds:
    data = open(f"{sys.argv[1]}/{size}.png", "rb").read()
    parts.append(kind + struct.pack(">I", len(data) + 8) + data)
body = b"".join(parts)
open("sala.icns", "wb").write(b"icns" + struct.pack(">I", len(body) + 8) + body)
PY
