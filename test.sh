#!/usr/bin/env bash
# The whole test run, as the README and .ci/run call it: restore, build once, run every test project, add up.
#
# Everything is built where every package can be restored. Where the feed lacks Orleans, and only there, the projects that need it are
# left out; then the first and the last line say so. With EVERYTHING=1 in the environment a run that leaves something out or skips it has failed.
set -uo pipefail
cd "$(dirname "$0")"

readonly everything=Nsdd311.Grains.sln
readonly without_orleans=Nsdd311.NoCluster.slnf
readonly left_out='src/Nsdd311.Grains silo gateway bench/bare tests/Nsdd311.Grains.Tests'
readonly out=.out

mkdir -p "$out/home"
export HOME="${HOME:-$PWD/$out/home}"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
# No build server outlives the run.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
# Most of what runs here begins, is killed and begins again: compiled code is neither counted nor mapped twice for that, which was a quarter of such a process's time.
export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0

# dotnet for one step, its words in a file; they are shown if the step fails.
step() {
  local log="$out/$1.log"
  shift
  dotnet "$@" >"$log" 2>&1 </dev/null
}

fail() {
  cat "$out/$1.log"
  echo "$2"
  exit 1
}

# Whether all that failed is that projects which need Orleans did not find their packages.
lacks_only_orleans() {
  local errors pattern="${left_out// /|}"
  errors=$(grep -E '(^|[: ])error( [A-Z]+[0-9]+)?:' "$out/restore.log" | tr '\\' '/')
  [ -n "$errors" ] && ! grep -qvE "/($pattern)/[^/]*\.csproj ?: error NU(110[0-3]|1301):" <<<"$errors"
}

# The sum of one attribute of the counters in a trx file.
counter() {
  grep -oE '<Counters [^>]*' "$2" | grep -oE " $1=\"[0-9]+\"" | grep -oE '[0-9]+' || echo 0
}

# Runs one test project, or the part of it that a filter names, and counts. A part has a name of its own.
run() {
  local project=$1 name=$2 code=0 total=0 ran=0 ok=0 bad
  shift 2
  step "$name" test "$project" --no-build --configuration Debug --results-directory "$out/trx" --logger "trx;LogFileName=$name.trx" "$@" || code=$?

  if [ -f "$out/trx/$name.trx" ]; then
    total=$(counter total "$out/trx/$name.trx") ran=$(counter executed "$out/trx/$name.trx") ok=$(counter passed "$out/trx/$name.trx")
  fi
  bad=$((ran - ok))
  # A run that broke without naming a test counts as one failure, and so does a project in which nothing ran.
  if [ "$bad" -eq 0 ] && { [ "$code" -ne 0 ] || [ "$ran" -eq 0 ]; }; then bad=1; fi

  if [ "$bad" -ne 0 ]; then cat "$out/$name.log"; fi
  echo "$name: $ok passed, $bad failed, $((total - ran)) skipped"
  passed=$((passed + ok)) failed=$((failed + bad)) skipped=$((skipped + total - ran))
}

rm -rf "$out/trx" && mkdir -p "$out/trx"

solution=$everything
notice=''
if ! step restore restore "$everything"; then
  lacks_only_orleans || fail restore 'Packages could not be restored.'
  solution=$without_orleans
  notice="The feed lacks Orleans; left out: $left_out."
  echo "$notice"
  step restore restore "$solution" || fail restore 'Packages could not be restored.'
fi

echo "Building $solution."
step build build "$solution" --no-restore --configuration Debug --disable-build-servers || fail build 'The build failed.'

passed=0 failed=0 skipped=0
for project in tests/*/*.csproj; do
  name=$(basename "$project" .csproj)
  case "$name" in *.Tests | *.Simulation) ;; *) continue ;; esac
  if [ -n "$notice" ] && [[ " $left_out " == *" $(dirname "$project") "* ]]; then continue; fi

  # Each of the three begins with a process and a machine at rest: what is left of hundreds of silos slows the journeys, and the last of these kills silos.
  if [ "$name" = Nsdd311.Grains.Tests ]; then
    run "$project" "$name" --filter 'FullyQualifiedName!~.Journeys.'
    run "$project" "$name.Journeys" --filter 'FullyQualifiedName~.Journeys.&FullyQualifiedName!~Journey5'
    run "$project" "$name.Journey5" --filter 'FullyQualifiedName~.Journeys.Journey5'
  else
    run "$project" "$name"
  fi
done

lacking=''
if [ -n "${EVERYTHING:-}" ] && { [ -n "$notice" ] || [ "$skipped" -ne 0 ]; }; then lacking='Everything was to run, and something was left out or skipped.'; fi

if [ -n "$lacking" ]; then echo "$lacking"; fi
echo "$passed passed, $failed failed, $skipped skipped"
if [ -n "$notice" ]; then echo "$notice"; fi
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ] && [ -z "$lacking" ]
