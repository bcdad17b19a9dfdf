@echo off
rem Runs the orrery program on Windows: finds Java, builds the program when it is missing or older than its sources.
setlocal

set "here=%~dp0"
set "jar=%here%target\orrery.jar"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
set "major="
for /f "tokens=3" %%v in ('call "%java%" -version 2^>^&1 ^| findstr /c:" version "') do for /f "delims=.- " %%m in ("%%~v") do set "major=%%m"
if not defined major goto no_java
if %major% lss 17 goto no_java

rem The newest file among the sources against the jar; no answer means that there is nothing to build from.
set "stale="
for /f %%s in ('powershell -NoProfile -Command "$root = Split-Path '%here:~0,-1%'; if (Test-Path \"$root\pom.xml\") { $built = Get-Item '%jar%' -ErrorAction SilentlyContinue; $newer = Get-ChildItem \"$root\pom.xml\", \"$root\*\pom.xml\", \"$root\*\src\main\*\", \"$root\*\library\*\" -Recurse | Where-Object { -not $built -or $_.LastWriteTimeUtc -gt $built.LastWriteTimeUtc } | Select-Object -First 1; if ($newer) { 'yes' } }"') do set "stale=%%s"
if not defined stale goto run

where mvn >nul 2>nul || goto no_maven
echo orrery: building the program; the first time it also fetches what it needs, which takes a few minutes ... 1>&2
pushd "%here%.."
call mvn -q -B -ntp -Dquick -Dmaven.test.skip=true -pl scenarios -am package 1>&2
if errorlevel 1 (
    popd
    echo orrery: the build failed; its messages are above 1>&2
    exit /b 70
)
popd

:run
"%java%" -XX:+UseSerialGC "-Dorrery.command=%~0" -jar "%jar%" %*
exit /b %errorlevel%

:no_java
echo orrery: Java 17 or later is needed; set JAVA_HOME, or install it from https://adoptium.net 1>&2
exit /b 70

:no_maven
echo orrery: Maven 3.8 or later is needed to build the program: https://maven.apache.org/install.html 1>&2
exit /b 70
