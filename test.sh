#!/usr/bin/env bash
# The whole test run, as the README and .ci/run call it.
set -euo pipefail
cd "$(dirname "$0")"
exec dotnet test Nsdd311.Grains.sln
