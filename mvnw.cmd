@echo off
rem Runs the Maven that .mvn/wrapper/maven-wrapper.properties pins, fetching it once. Needs a JDK 17 or newer.
setlocal
set "BASE=%~dp0"
set "PINNED=%BASE%.mvn\wrapper\maven-wrapper.properties"
for /f "usebackq tokens=1,* delims==" %%a in ("%PINNED%") do (
  if "%%a"=="version" set "VERSION=%%b"
  if "%%a"=="sha256" set "SHA256=%%b"
)
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
rem The checksum is part of the path: another pin is another Maven, even of the same version.
set "PINNED_HOME=%MAVEN_USER_HOME%\wrapper\sentry-ai\maven-%VERSION%-%SHA256:~0,12%"

if exist "%PINNED_HOME%\bin\mvn.cmd" goto run
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo mvnw: no Java found. Install a JDK 17 or newer, or point JAVA_HOME to one. 1>&2
  exit /b 1
)
"%JAVA%" "%BASE%.mvn\wrapper\FetchMaven.java" "%PINNED%" "%PINNED_HOME%"
if errorlevel 1 exit /b 1

:run
set "MAVEN_HOME="
set "M2_HOME="
"%PINNED_HOME%\bin\mvn.cmd" %*
