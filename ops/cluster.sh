#!/usr/bin/env bash
# A cluster on a developer's machine, without containers: one PostgreSQL from the machine's binaries, silos and a gateway with local sign-in.
#
#   ops/cluster.sh up [N]      builds, and starts PostgreSQL, N silos (3) and the gateway
#   ops/cluster.sh status      who runs, and how each of them is
#   ops/cluster.sh kill I      SIGKILL of silo I
#   ops/cluster.sh stop I      silo I drains, leaves the cluster and ends
#   ops/cluster.sh start I     silo I comes (back)
#   ops/cluster.sh down        stops everything; the data stays
#
# It builds what it runs as Release, or as CLUSTER_CONFIGURATION says; with CLUSTER_BUILT it takes what was built before. The gateway listens on CLUSTER_PORT (5320), the others on ports above it.
# Everything is kept in ./data-cluster, or in the folder that CLUSTER_DATA names; not below ./data, which standalone keeps closed to other users, and with them to PostgreSQL's.
set -euo pipefail
cd "$(dirname "$0")/.."

readonly data=${CLUSTER_DATA:-./data-cluster} base=${CLUSTER_PORT:-5320} configuration=${CLUSTER_CONFIGURATION:-Release}
readonly database_port=$((base + 1)) gateway=http://127.0.0.1:$base
readonly journal="Host=127.0.0.1;Port=$database_port;Username=nsdd311;Database=nsdd311"

# The binaries of the machine's newest PostgreSQL, for Debian keeps them out of the path.
for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V); do PATH=$folder:$PATH; done

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups env PATH="$PATH" "$@"; else "$@"; fi
}

start_postgres() {
  local folder; folder=$(realpath -m "$data/postgres")
  if [ ! -f "$folder/PG_VERSION" ]; then
    mkdir -p "$folder"
    chmod 711 "$data"
    [ "$(id -u)" != 0 ] || chown postgres "$folder"
    (cd / && as_postgres initdb -D "$folder" -U nsdd311 --auth trust --encoding UTF8 --locale C >/dev/null)
    printf "listen_addresses = '127.0.0.1'\nport = %s\nunix_socket_directories = ''\nmax_connections = 300\n" "$database_port" >>"$folder/postgresql.conf"
  fi
  (cd / && as_postgres pg_ctl -D "$folder" status >/dev/null 2>&1) || (cd / && as_postgres pg_ctl -D "$folder" -w -l "$folder/log" start >/dev/null)
  psql -qAt "host=127.0.0.1 port=$database_port user=nsdd311 dbname=postgres" -c "select 1 from pg_database where datname = 'nsdd311'" | grep -q 1 ||
    psql -q "host=127.0.0.1 port=$database_port user=nsdd311 dbname=postgres" -c 'create database nsdd311'
}

# launch NAME COMMAND...: in the background, its words in NAME.log and its process in NAME.pid.
launch() {
  local name=$1; shift
  if lives "$name"; then echo "$name runs already."; return; fi
  nohup "$@" >>"$data/$name.log" 2>&1 </dev/null &
  echo $! >"$data/$name.pid"
}

# Whether it runs; a process that has ended and that nobody has taken note of yet does not.
lives() {
  [ -f "$data/$1.pid" ] || return 1
  case $(ps -o stat= -p "$(cat "$data/$1.pid")" 2>/dev/null) in '' | Z*) return 1 ;; esac
}

wait_until_gone() { while lives "$1"; do sleep 0.1; done; }

health_of() { echo "http://127.0.0.1:$((base + 10 + $1))"; }

# ready NAME ADDRESS: waits until it answers that it is ready.
ready() {
  until curl --silent --fail --output /dev/null "$2/health/ready"; do
    lives "$1" || { echo "$1 did not start:"; tail -n 20 "$data/$1.log"; exit 1; }
    sleep 0.2
  done
}

start_silo() {
  launch "silo$1" dotnet "silo/bin/$configuration/net10.0/Nsdd311.Silo.dll" --journal "$journal" --silo-port $((base + 100 + $1)) --gateway-port $((base + 200 + $1)) --http "$(health_of "$1")"
  ready "silo$1" "$(health_of "$1")"
}

stop_one() {
  if lives "$1"; then kill "$(cat "$data/$1.pid")"; fi
  wait_until_gone "$1"
  rm -f "$data/$1.pid"
}

kill_one() {
  lives "$1" || { echo "$1 does not run."; exit 1; }
  kill -9 "$(cat "$data/$1.pid")"
  wait_until_gone "$1"
}

up() {
  mkdir -p "$data"
  for project in silo gateway; do [ -n "${CLUSTER_BUILT:-}" ] || dotnet build "$project" --configuration "$configuration" --verbosity quiet --nologo; done
  start_postgres
  for ((i = 1; i <= $1; i++)); do start_silo "$i"; done
  launch gateway dotnet "gateway/bin/$configuration/net10.0/Nsdd311.Gateway.dll" --journal "$journal" --urls "$gateway" --sign-in local --secret "$data/local.key"
  ready gateway "$gateway"
  cat <<WORDS
$1 silo(s) and a gateway on $gateway; everything is kept in $data.
A token, as an action officer of DOD:
  curl -s $gateway/api/v1/local/token -H "X-Local-Key: \$(cat $data/local.key)" -H 'Content-Type: application/json' -d '{"as":"dod.ao"}'
Next: ops/cluster.sh kill 1, and go on as if nothing had happened.
WORDS
}

status() {
  for file in "$data"/*.pid; do
    [ -f "$file" ] || { echo "Nothing runs."; return; }
    local name; name=$(basename "$file" .pid)
    lives "$name" || { echo "$name: gone"; continue; }
    case $name in silo*) echo "$name: $(curl --silent "$(health_of "${name#silo}")/health/ready")" ;; *) echo "$name: $(curl --silent "$gateway/health/ready")" ;; esac
  done
}

down() {
  stop_one gateway
  for file in "$data"/silo*.pid; do [ ! -f "$file" ] || stop_one "$(basename "$file" .pid)"; done
  local folder; folder=$(realpath -m "$data/postgres")
  [ ! -f "$folder/postmaster.pid" ] || (cd / && as_postgres pg_ctl -D "$folder" -m fast -w stop >/dev/null)
}

case ${1:-} in
  up) up "${2:-3}" ;;
  status) status ;;
  kill) kill_one "silo${2:?which silo}" ;;
  stop) stop_one "silo${2:?which silo}" ;;
  start) start_silo "${2:?which silo}" ;;
  down) down ;;
  *) sed -n '2,11p' "$0"; exit 2 ;;
esac
