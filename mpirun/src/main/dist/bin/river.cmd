@echo off
rem river: virtual machines of a River, and programs for them. All else is in the command; this finds Java and the jars.
rem Words go to Java as they were typed: nothing takes them apart, and ! means nothing. Words with special letters need quotes.
setlocal EnableExtensions DisableDelayedExpansion
set "_lib=%~dp0..\lib"
set "_java=java.exe"
if defined JAVA_HOME set "_java=%JAVA_HOME:"=%\bin\java.exe"
if defined JAVA_HOME if not exist "%_java%" (
    echo river: there is no "%_java%": install Java 17 or newer, or set JAVA_HOME>&2
    exit /b 1
)
if not defined JAVA_HOME for %%J in (java.exe) do if "%%~$PATH:J"=="" (
    echo river: there is no "java.exe": install Java 17 or newer, or set JAVA_HOME>&2
    exit /b 1
)
rem What a site has chosen for every JVM comes before these defaults.
set "_defaults=-XX:+UseSerialGC -Xmx256m"
if defined JAVA_TOOL_OPTIONS set "_defaults="
if defined JDK_JAVA_OPTIONS set "_defaults="
if defined _JAVA_OPTIONS set "_defaults="
rem A virtual machine does the work itself: options of its JVM come from JDK_JAVA_OPTIONS.
if "%~1"=="vm" set "_defaults=--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED"
"%_java%" -Xshare:auto %_defaults% -XX:-UsePerfData -cp "%_lib%\*" org.javampi.mpirun.River %*
exit /b %ERRORLEVEL%
