@echo off
rem javampirun: starts a Java MPI program. All else is in the launcher; this finds Java and the jars.
rem Words go to Java as they were typed: nothing takes them apart, and ! means nothing. Words with special letters need quotes.
setlocal EnableExtensions DisableDelayedExpansion
set "_lib=%~dp0..\lib"
set "_java=java.exe"
if defined JAVA_HOME set "_java=%JAVA_HOME:"=%\bin\java.exe"
if defined JAVA_HOME if not exist "%_java%" (
    echo javampirun: there is no "%_java%": install Java 17 or newer, or set JAVA_HOME>&2
    exit /b 1
)
if not defined JAVA_HOME for %%J in (java.exe) do if "%%~$PATH:J"=="" (
    echo javampirun: there is no "java.exe": install Java 17 or newer, or set JAVA_HOME>&2
    exit /b 1
)
rem What a site has chosen for every JVM comes before these defaults.
set "_defaults=-XX:+UseG1GC -Xmx256m"
if defined JAVA_TOOL_OPTIONS set "_defaults="
if defined JDK_JAVA_OPTIONS set "_defaults="
if defined _JAVA_OPTIONS set "_defaults="
"%_java%" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=5 %_defaults% -XX:-UsePerfData -cp "%_lib%\*" org.javampi.mpirun.Javampirun %*
exit /b %ERRORLEVEL%
