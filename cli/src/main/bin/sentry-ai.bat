@echo off
rem Starts sentry-ai with the Java that JAVA_HOME names, or with the one in PATH.
rem JAVA_OPTS is passed to the virtual machine. What makes it start fast is kept in SENTRY_AI_CACHE, which is
rem %LOCALAPPDATA%\sentry-ai if it is not set; "none": keep nothing, as a variable can not be empty here.
setlocal
for %%I in ("%~dp0..\lib\sentry-ai.jar") do set "JAR=%%~fI"
set "JAVA="
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if not defined JAVA for %%I in (java.exe) do set "JAVA=%%~$PATH:I"
if not defined JAVA goto nojava
if not exist "%JAVA%" goto nojava

rem Which Java it is, without starting it.
set "VERSION="
for %%I in ("%JAVA%\..\..\release") do set "RELEASE=%%~fI"
if exist "%RELEASE%" for /f "usebackq tokens=1,2 delims==" %%A in ("%RELEASE%") do if "%%A"=="JAVA_RUNTIME_VERSION" set "VERSION=%%~B"
set "MAJOR=17"
if defined VERSION for /f "tokens=1 delims=.+-" %%A in ("%VERSION%") do set "MAJOR=%%A"

rem A command that lives for a second gains from starting fast, one that reads directories from running fast.
set "OPTIONS=-XX:+UseSerialGC -Xlog:disable"
set "SHORT=yes"
for %%A in (serve run tail demo) do if "%~1"=="%%A" set "SHORT=no"
:next
if "%~1"=="" goto looked
if exist "%~1\" set "SHORT=no"
shift /1
goto next
:looked
if "%SHORT%"=="yes" set "OPTIONS=%OPTIONS% -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=4"
rem Undertow and zstd use what newer virtual machines warn about; there is no other way to tell them that we know.
if %MAJOR% GEQ 24 set "OPTIONS=%OPTIONS% --sun-misc-unsafe-memory-access=allow"

rem The classes as the virtual machine wants them: made by the first short run for this Java and this size and time of the program.
if not defined SENTRY_AI_CACHE set "SENTRY_AI_CACHE=%LOCALAPPDATA%\sentry-ai"
set "ARCHIVE="
for %%I in ("%JAR%") do set "STAMP=%%~zI-%%~tI"
set "STAMP=%STAMP:/=%"
set "STAMP=%STAMP::=%"
set "STAMP=%STAMP: =%"
if defined VERSION if not "%SENTRY_AI_CACHE%"=="none" set "ARCHIVE=%SENTRY_AI_CACHE%\%VERSION%-%STAMP%.archive"
if not defined ARCHIVE goto plain
if exist "%ARCHIVE%" goto archived
if not "%SHORT%"=="yes" goto plain
if not exist "%SENTRY_AI_CACHE%\" mkdir "%SENTRY_AI_CACHE%" 2>nul
if not exist "%SENTRY_AI_CACHE%\" goto plain
set "NEW=%ARCHIVE%.%RANDOM%%RANDOM%"
"%JAVA%" %OPTIONS% "-XX:ArchiveClassesAtExit=%NEW%" %JAVA_OPTS% -jar "%JAR%" %*
set "CODE=%ERRORLEVEL%"
if exist "%NEW%" move /y "%NEW%" "%ARCHIVE%" >nul 2>&1
exit /b %CODE%

:archived
"%JAVA%" %OPTIONS% "-XX:SharedArchiveFile=%ARCHIVE%" %JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:plain
"%JAVA%" %OPTIONS% %JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%

:nojava
echo sentry-ai: no Java found: install a JDK 17 or newer, or set JAVA_HOME 1>&2
exit /b 2
