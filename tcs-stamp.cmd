@echo off
rem Starts tcs-stamp on Windows: in a checkout it builds it on first use, in an unpacked archive it just runs.
setlocal
set "TCS_STAMP_HOME=%~dp0"
set "TCS_STAMP_HOME=%TCS_STAMP_HOME:~0,-1%"
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo tcs-stamp: no Java found; install a Java 17 runtime or newer, or set JAVA_HOME 1>&2
  exit /b 1
)
set "JAR=%TCS_STAMP_HOME%\tcs-stamp.jar"
if exist "%JAR%" goto archive
set "JAR=%TCS_STAMP_HOME%\target\tcs-stamp.jar"
if exist "%JAR%" goto archive
echo tcs-stamp: building it first, this once takes about a minute ... 1>&2
pushd "%TCS_STAMP_HOME%"
call mvn -q -B -Dstyle.color=never -DskipTests package 1>&2
set "BUILT=%errorlevel%"
popd
if not "%BUILT%"=="0" (
  echo tcs-stamp: the build failed; is Maven installed and a repository reached? 1>&2
  exit /b 1
)

:archive
set "FLAGS=-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms40m -Xmn24m -Xmx96m -Xss512k -XX:MaxDirectMemorySize=64m -XX:+ExitOnOutOfMemoryError -XX:+DisplayVMOutputToStderr -Xlog:disable -Xlog:all=error:stderr -Xshare:auto -Dio.netty.allocator.numDirectArenas=1 -Dio.netty.allocator.numHeapArenas=0"
rem A class archive makes starts twice as fast; the time of the jar names it, so that a stale one is not used.
if not defined CACHE_FOLDER for /f "usebackq tokens=1,* delims==" %%A in (`findstr /r /c:"^ *cache\.folder *=" "%TCS_STAMP_HOME%\application.properties" 2^>nul`) do for /f "tokens=*" %%V in ("%%B") do set "CACHE_FOLDER=%%V"
if not defined CACHE_FOLDER set "CACHE_FOLDER=%LOCALAPPDATA%\tcs-stamp"
for %%J in ("%JAR%") do set "STAMP=%%~tJ-%%~zJ"
set "STAMP=%TCS_STAMP_HOME%-%STAMP%"
set "STAMP=%STAMP:\=-%"
set "STAMP=%STAMP: =-%"
set "STAMP=%STAMP:/=-%"
set "STAMP=%STAMP::=-%"
set "STAMP=%STAMP:.=-%"
set "ARCHIVE=%CACHE_FOLDER%\classes-%STAMP%.jsa"
if not exist "%CACHE_FOLDER%" mkdir "%CACHE_FOLDER%" >nul 2>&1
if not exist "%ARCHIVE%" "%JAVA%" %FLAGS% "-XX:ArchiveClassesAtExit=%ARCHIVE%" "-Dtcs-stamp.home=%TCS_STAMP_HOME%" -jar "%JAR%" warm-up >nul 2>&1
if exist "%ARCHIVE%" set FLAGS=%FLAGS% "-XX:SharedArchiveFile=%ARCHIVE%"
"%JAVA%" %FLAGS% %JAVA_OPTS% "-Dtcs-stamp.home=%TCS_STAMP_HOME%" -jar "%JAR%" %*
exit /b %errorlevel%
