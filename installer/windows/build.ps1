# Makes the portable folder and the .msi in target\installer\, each with a runtime of its own.
# NOT RUN YET: written from the Linux build with the same options; nobody has tried it on Windows.
# Needs a JDK 25 (JAVA_HOME), Maven, and for the .msi the WiX toolset that jpackage asks for.
$ErrorActionPreference = 'Stop'
$top = Resolve-Path "$PSScriptRoot\..\.."
Set-Location $top
$version = ([xml](Get-Content pom.xml)).project.version
mvn -q -B -ntp -DskipTests verify
if ($LASTEXITCODE) { exit 4 }
$out = "$top\target\installer"
Remove-Item -Recurse -Force $out -ErrorAction SilentlyContinue
New-Item -ItemType Directory "$out\input\lib", "$out\modules" | Out-Null
foreach ($name in 'base', 'controls', 'graphics') { Copy-Item "target\lib\javafx-$name-*-win.jar" "$out\modules" }
$modules = (Get-Content installer\modules.txt | Where-Object { $_ -notmatch '^#' }) -join ','
& "$env:JAVA_HOME\bin\jlink" --module-path "$out\modules" --add-modules $modules --include-locales=en,th `
  --strip-debug --no-header-files --no-man-pages --compress=zip-6 --output "$out\runtime"
if ($LASTEXITCODE) { exit 4 }
# JavaFX looks for its native libraries in bin on Windows; otherwise it unpacks them into the officer's home.
Add-Type -AssemblyName System.IO.Compression.FileSystem
foreach ($jar in Get-ChildItem "$out\modules\*.jar") {
  $zip = [IO.Compression.ZipFile]::OpenRead($jar)
  foreach ($entry in $zip.Entries) {
    if ($entry.Name -like '*.dll') {
      [IO.Compression.ZipFileExtensions]::ExtractToFile($entry, "$out\runtime\bin\$($entry.Name)", $true)
    }
  }
  $zip.Dispose()
}
Copy-Item target\sala.jar, target\sala.cdx.json, LICENSE "$out\input"
Get-ChildItem target\lib\*.jar | Where-Object { $_.Name -notlike 'javafx-*' } | Copy-Item -Destination "$out\input\lib"
$options = Get-Content installer\sala.options | Where-Object { $_ -and $_ -notmatch '^#' } |
  ForEach-Object { '--java-options'; $_ }
# No script of ours stands before the program here, so that a crash has no folder of its own to be reported in.
$options += '--java-options', '-XX:ErrorFile=NUL'
& "$env:JAVA_HOME\bin\jpackage" --type app-image --name Sala --app-version $version --vendor Sala `
  --input "$out\input" --main-jar sala.jar --main-class org.sala.app.Main --runtime-image "$out\runtime" `
  @options --add-launcher "sala-cli=installer\windows\sala-cli.properties" `
  --icon assets\icons\sala.ico --dest $out
if ($LASTEXITCODE) { exit 4 }
$said = & "$out\Sala\sala-cli.exe" --version
if ($said -ne "Sala $version") { Write-Error "it said: $said"; exit 1 }
& "$env:JAVA_HOME\bin\jpackage" --type msi --name Sala --app-version $version --vendor Sala `
  --app-image "$out\Sala" --description 'Offline casework and victim screening' --license-file LICENSE `
  --file-associations installer\windows\sala-package.properties --win-menu --win-shortcut --win-per-user-install `
  --win-upgrade-uuid 6f1c0f0e-6a0b-4d0c-9a53-5a1a7d5b2c11 --dest $out
if ($LASTEXITCODE) { exit 4 }
