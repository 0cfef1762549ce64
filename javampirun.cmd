@echo off
rem javampirun from a checkout: builds javampi when that has not been done, then does what the installed command does.
rem After a change to javampi's own sources: mvn -DskipTests -pl mpirun -am package
setlocal EnableExtensions DisableDelayedExpansion
set "_home=%~dp0mpirun\target\javampi-0.1.0\javampi-0.1.0"
if exist "%_home%\bin\javampirun.cmd" goto run
for %%M in (mvn.cmd) do if "%%~$PATH:M"=="" (
    echo javampirun: this checkout is not built, and there is no "mvn": install Maven, or use a distribution>&2
    exit /b 1
)
echo javampirun: building javampi ^(once^) ...>&2
if not exist "%~dp0mpirun\target" mkdir "%~dp0mpirun\target"
set "_log=%~dp0mpirun\target\javampirun-build.log"
call mvn.cmd -q -B -DskipTests -f "%~dp0pom.xml" -pl mpirun -am package >"%_log%" 2>&1 <nul
if errorlevel 1 (
    type "%_log%" >&2
    echo javampirun: the build has failed; all of its output is in "%_log%">&2
    exit /b 1
)
:run
"%_home%\bin\javampirun.cmd" %*
