@echo off
rem Starts the workbook on a JDK 25 or newer: the one JAVA_HOME names, else one in a usual folder.
rem The build copies this file to target\, beside the classes and the class path it needs.
setlocal EnableExtensions DisableDelayedExpansion
set "jdk="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /d %%d in (
  "%ProgramFiles%\Eclipse Adoptium\jdk-*"
  "%ProgramFiles%\Java\jdk-*"
  "%ProgramFiles%\Microsoft\jdk-*"
  "%ProgramFiles%\Zulu\zulu-*"
  "%ProgramFiles%\Amazon Corretto\jdk*"
  "%USERPROFILE%\.jdks\*"
) do if not defined jdk call :try "%%~d"
if not defined jdk (
  >&2 echo The workbook needs a JDK 25 or newer and found none. Install one, for example Temurin 25 from https://adoptium.net, or set JAVA_HOME to where it is.
  exit /b 3
)
for %%h in ("%~dp0..") do set "home=%%~fh"
if not exist "%~dp0classpath.txt" (
  >&2 echo The workbook is not built yet: run mvn -q compile in %home%.
  exit /b 3
)
for /f "usebackq delims=" %%c in ("%~dp0classpath.txt") do set "jars=%%c"
rem Always without the start-up cache: this language cannot tell whether a class is newer than the
rem jar, and the JVM does not always notice that a cache is too old.
chcp 65001 >nul
"%jdk%\bin\java" "@%~dp0classes\workbook\process\always.options" "@%~dp0classes\workbook\process\short-life.options" "-Dworkbook.home=%home%" "-Dworkbook.command=%~0" -cp "%~dp0classes;%jars%" workbook.cli.Main %*
exit /b %ERRORLEVEL%

rem Sets jdk when the folder holds a JDK that is new enough; its release file tells.
:try
if not exist "%~1\bin\javac.exe" exit /b
set "version="
for /f "tokens=2 delims==." %%v in ('findstr /b JAVA_VERSION= "%~1\release"') do set version=%%v
if not defined version exit /b
set version=%version:"=%
if %version% geq 25 set "jdk=%~1"
exit /b
