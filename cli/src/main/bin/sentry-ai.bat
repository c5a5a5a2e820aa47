@echo off
rem Starts sentry-ai with the Java that JAVA_HOME names, or with the one in PATH.
rem JAVA_OPTS is passed to the virtual machine.
setlocal
set "JAR=%~dp0..\lib\sentry-ai.jar"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto %JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
