#!/usr/bin/env bash
# Makes Sala.app and a .dmg in target/installer/, each with a runtime of its own.
# NOT RUN YET: written from the Linux build with the same options; nobody has tried it on a Mac, and nothing is
# signed or notarised. jpackage wants a version that begins with 1 or more on macOS: 0.x becomes 1.x in the bundle.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
cd "$top"
jdk=${SALA_JAVA_HOME:-$(/usr/libexec/java_home -v 25+)}
version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml | head -1)
case "$version" in 0.*) bundle=1.${version#0.} ;; *) bundle=$version ;; esac
mvn -q -B -ntp -DskipTests verify
out=$top/target/installer
rm -rf "$out" && mkdir -p "$out/input/lib" "$out/modules"
for name in base controls graphics; do cp target/lib/javafx-$name-*-mac*.jar "$out/modules/"; done
"$jdk/bin/jlink" --module-path "$out/modules" --add-modules "$(grep -v '^#' installer/modules.txt | paste -sd, -)" \
  --include-locales=en,th --strip-debug --no-header-files --no-man-pages --compress=zip-6 --output "$out/runtime"
for jar in "$out"/modules/*.jar; do unzip -qoj "$jar" '*.dylib' -d "$out/runtime/lib" 2>/dev/null || [ $? -eq 11 ]; done
cp target/sala.jar target/sala.cdx.json LICENSE "$out/input/"
find target/lib -name '*.jar' ! -name 'javafx-*' -exec cp -p {} "$out/input/lib/" \;
# No script of ours stands before the program here, so that a crash has no folder of its own to be reported in.
options=(--java-options -XX:ErrorFile=/dev/null)
while read -r line; do
  case "$line" in '' | '#'*) ;; *) options+=(--java-options "$line") ;; esac
done < installer/sala.options
"$jdk/bin/jpackage" --type app-image --name Sala --app-version "$bundle" --vendor Sala \
  --input "$out/input" --main-jar sala.jar --main-class org.sala.app.Main --runtime-image "$out/runtime" \
  "${options[@]}" --mac-package-identifier org.sala.app --icon assets/icons/sala.icns \
  --file-associations installer/mac/sala-package.properties --dest "$out"
said=$("$out/Sala.app/Contents/MacOS/Sala" --version)
[ "$said" = "Sala $version" ] || { echo "it said: $said" >&2; exit 1; }
"$jdk/bin/jpackage" --type dmg --name Sala --app-version "$bundle" --app-image "$out/Sala.app" --dest "$out"
