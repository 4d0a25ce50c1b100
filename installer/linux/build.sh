#!/usr/bin/env bash
# Makes the portable folder and the .deb in target/installer/, each with a runtime of its own, and starts both.
#   installer/linux/build.sh [--portable] [--cache]
# --portable leaves the .deb out; --cache adds a start-up cache (64 MB more).
# Needs a JDK 25 (SALA_JAVA_HOME, JAVA_HOME or /usr/lib/jvm), Maven, unzip; for the .deb also dpkg-deb and fakeroot.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(cd "$here/../.." && pwd)
cd "$top"

jdk=
for home in "${SALA_JAVA_HOME:-}" "${JAVA_HOME:-}" /usr/lib/jvm/*25*; do
  [ -n "$home" ] && [ -x "$home/bin/jpackage" ] || continue
  case "$("$home/bin/jpackage" --version)" in 2[5-9]* | [3-9][0-9]*) jdk=$home; break ;; esac
done
[ -n "$jdk" ] || { echo "A JDK 25 with jlink and jpackage is needed; set SALA_JAVA_HOME." >&2; exit 4; }
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml | head -1)
machine=$(uname -m)
export SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH=$(date -d "$(sed -n 's|.*<project.build.outputTimestamp>\(.*\)</.*|\1|p' pom.xml)" +%s)

echo "== building Sala $version"
if [ ! -f target/sala.cdx.json ] || [ -n "$(find pom.xml src/main -newer target/sala.cdx.json -print -quit)" ]; then
  mvn -q -B -ntp -DskipTests verify
fi

out=$top/target/installer
rm -rf "$out" && mkdir -p "$out/input/lib" "$out/modules"

echo "== runtime: the JDK's and JavaFX's modules"
for name in base controls graphics; do
  cp target/lib/javafx-$name-*-linux*.jar "$out/modules/"
done
"$jdk/bin/jlink" --module-path "$out/modules" --add-modules "$(grep -v '^#' installer/modules.txt | paste -sd,)" \
  --include-locales=en,th --strip-debug --no-header-files --no-man-pages --compress=zip-6 --output "$out/runtime"
# JavaFX would unpack its native libraries into the officer's home at the first start; here they lie in the runtime.
for jar in "$out"/modules/*.jar; do unzip -qoj "$jar" '*.so' -d "$out/runtime/lib" 2>/dev/null || [ $? -eq 11 ]; done
chmod 755 "$out"/runtime/lib/*.so
find "$out/runtime" -type l | while read -r link; do cp --remove-destination "$(readlink -f "$link")" "$link"; done

echo "== portable folder"
cp target/sala.cdx.json LICENSE installer/sala.options "$out/input/"
# The measurements stay in the checkout: nobody measures on an officer's laptop.
mkdir "$out/jar" && unzip -q target/sala.jar -d "$out/jar"
rm -r "$out/jar/org/sala/bench" "$out/jar/META-INF/services/org.sala.cli.Ports\$Measures"
"$jdk/bin/jar" --create --file "$out/input/sala.jar" --manifest "$out/jar/META-INF/MANIFEST.MF" \
  --date "$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)" -C "$out/jar" .
rm -r "$out/jar"
# The toolkit's wrapping of complex scripts is mended there (docs/decisions/0046); other systems do not need it.
printf '%s\n' --add-opens=javafx.graphics/com.sun.javafx.{text,font.freetype}=ALL-UNNAMED >> "$out/input/sala.options"
find target/lib -name '*.jar' ! -name 'javafx-*' -exec cp -p {} "$out/input/lib/" \;
"$jdk/bin/jpackage" --type app-image --name sala --app-version "$version" --vendor Sala \
  --input "$out/input" --main-jar sala.jar --main-class org.sala.app.Main --runtime-image "$out/runtime" \
  --icon assets/icons/sala.png --dest "$out/image"
folder=$out/sala-$version-linux-$machine
mv "$out/image/sala" "$folder"
# jpackage's own launcher knows no private temporary folder; ours does, and takes its place.
install -m 755 "$here/sala.sh" "$folder/bin/sala"
rm -f "$folder/lib/libapplauncher.so" "$folder/lib/app/sala.cfg"
find "$folder" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +

case " $* " in *" --cache "*) echo "== start-up cache"; "$here/train.sh" "$folder" ;; esac

echo "== starting the portable folder"
said=$("$folder/bin/sala" --version)
[ "$said" = "Sala $version" ] || { echo "it said: $said" >&2; exit 1; }
echo "$said ($(du -sm "$folder" | cut -f1) MB)"
said=$("$folder/bin/sala" bench 2>&1) && { echo "measurements are in the installer" >&2; exit 1; }
case "$said" in *"Not understood: bench"*) ;; *) echo "it said: $said" >&2; exit 1 ;; esac
"$here/try.sh" carried "$folder"
case " $* " in *" --portable "*) exit 0 ;; esac

echo "== .deb"
"$jdk/bin/jpackage" --type deb --name sala --app-version "$version" --vendor Sala --app-image "$folder" \
  --description "Offline casework and victim screening" --install-dir /opt --license-file LICENSE \
  --resource-dir "$here/resources" --file-associations "$here/sala-package.properties" \
  --linux-package-name sala --linux-deb-maintainer sala@example.org --linux-app-category utils \
  --linux-menu-group Office --linux-shortcut \
  --linux-package-deps "libpango-1.0-0, libpangoft2-1.0-0, libfontconfig1, libfreetype6, libgtk-3-0" \
  --icon assets/icons/sala.png --dest "$out"
deb=$(find "$out" -maxdepth 1 -name '*.deb')

echo "== starting what the .deb holds"
rm -rf "$out/unpacked" && dpkg-deb -x "$deb" "$out/unpacked"
said=$("$out/unpacked/opt/sala/bin/sala" --version)
[ "$said" = "Sala $version" ] || { echo "it said: $said" >&2; exit 1; }
grep -qx 'Exec=/opt/sala/bin/sala %f' "$out"/unpacked/opt/sala/lib/*.desktop
echo "$said ($(du -m "$deb" | cut -f1) MB: $deb)"
if command -v Xvfb >/dev/null && command -v xdotool >/dev/null; then
  "$here/try.sh" window "$out/unpacked/opt/sala"
else
  echo "NOT OPENED: its window needs Xvfb and xdotool, which are not here"
fi
rm -rf "$out/unpacked" "$out/input" "$out/modules" "$out/image" "$out/runtime"
