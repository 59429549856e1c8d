#!/bin/sh
# The standard work ("full vetting") against the product, the floor and pgbench, as ratios of one run.
#
#   bench/run.sh [--seconds N] [--rounds N] [--connections 1,16,64]   the comparison
#   bench/run.sh --growth 10000,100000,1000000                        the same with so many matters in the store
#   bench/run.sh --kills 10                                           SIGKILLs of the service and of PostgreSQL under load; nothing acknowledged is lost
#   bench/run.sh --plan 1000                                          a trial of a plan of so many contacts against full ledgers
#   --only floor,sqlite,postgres                                      fewer contestants, or others: ceiling and bare (the least of all), cluster1, cluster2, cluster3 (gateway and so many silos)
#
# It starts its own PostgreSQL from the machine's binaries (as the user postgres if run by root) in a folder of its own, and stops it at the end.
set -eu
cd "$(dirname "$0")/.."

seconds=5 rounds=4 connections=1,16,64 growth= kills= plan= only=floor,sqlite,postgres pairs=10000
while [ $# -gt 0 ]; do
  case $1 in
    --seconds) seconds=$2 ;;
    --rounds) rounds=$2 ;;
    --connections) connections=$2 ;;
    --growth) growth=$2 ;;
    --kills) kills=$2 ;;
    --only) only=$2 ;;
    --pairs) pairs=$2 ;;
    --plan) plan=$2 ;;
    *) sed -n '2,10p' "$0"; exit 2 ;;
  esac
  shift 2
done

. bench/machine.sh
trap clean_up EXIT
trap 'exit 130' INT TERM

[ -n "${BENCH_BUILT:-}" ] || build
if [ -n "$plan" ]; then $load plan --contacts "$plan"; exit; fi
prepare
start_postgres
if [ -n "$kills" ]; then . bench/kills.sh
elif [ -n "$growth" ]; then . bench/growth.sh
else
  for name in $(echo "$only" | tr , ' '); do start_service "$name"; done
  compare
fi
