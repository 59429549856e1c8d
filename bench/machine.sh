# What the benchmark's scripts share: a PostgreSQL of their own, the services, and their end. Read by run.sh.

scratch=$(mktemp -d "${TMPDIR:-/tmp}/bench.XXXXXX")
load="dotnet bench/load/bin/Release/net10.0/load.dll"
postgres_port=54311
postgres_data=$scratch/postgres
psql_to="host=127.0.0.1 port=$postgres_port user=bench dbname=bench"
services=
contestants=

# The binaries of the machine's newest PostgreSQL, for Debian keeps them out of the path.
for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V); do PATH=$folder:$PATH; done

clean_up() {
  for process in $services; do kill "$process" 2>/dev/null || true; done
  for process in $services; do wait "$process" 2>/dev/null || true; done
  [ ! -f "$postgres_data/postmaster.pid" ] || as_postgres pg_ctl -D "$postgres_data" -m fast -w stop >/dev/null 2>&1 || true
  rm -rf "$scratch"
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --init-groups env PATH="$PATH" "$@"; else "$@"; fi
}

build() {
  projects="bench/floor bench/load standalone"
  case ,$only in *,cluster*) projects="$projects silo gateway" ;; esac
  case ,$only, in *,bare,*) projects="$projects bench/bare" ;; esac
  for project in $projects; do
    [ ! -d "$project" ] || dotnet build "$project" --configuration Release --verbosity quiet --nologo >"$scratch/build.log" || { cat "$scratch/build.log"; exit 1; }
  done
}

prepare() {
  $load charter --from bench/charter.json --to "$scratch/charter.json" --pairs "$pairs"
  chmod 755 "$scratch"
  mkdir "$postgres_data"
  [ "$(id -u)" != 0 ] || chown postgres "$postgres_data"
}

# As installed, with fsync on, but for memory, and no checkpoint in the middle of a round. A server that has run for a while writes its log into
# files that it has used before; a new one fills each with zeros first, within some caller's commit. So the log's files are made beforehand.
start_postgres() {
  local is_new=
  if [ ! -f "$postgres_data/PG_VERSION" ]; then
    as_postgres initdb -D "$postgres_data" -U bench --auth trust --encoding UTF8 --locale C >/dev/null
    cat >>"$postgres_data/postgresql.conf" <<CONF
listen_addresses = '127.0.0.1'
port = $postgres_port
unix_socket_directories = ''
max_connections = 500
shared_buffers = 1GB
max_wal_size = 8GB
min_wal_size = 4GB
checkpoint_timeout = 30min
CONF
    is_new=1
  fi
  as_postgres pg_ctl -D "$postgres_data" -w -l "$postgres_data/log" start >/dev/null 2>&1
  [ -z "$is_new" ] || used_log
  postmaster=$(head -1 "$postgres_data/postmaster.pid")
  for name in bench floor ceiling bare product; do psql -q "host=127.0.0.1 port=$postgres_port user=bench dbname=postgres" -c "create database $name" 2>/dev/null || true; done
  psql -q "$psql_to" -c "create table if not exists bench_commit (id bigserial primary key, matter uuid not null, payload text not null)" 2>/dev/null
}

# Two hundred files of the log, left behind and then taken back for use.
used_log() {
  for _ in $(seq 200); do echo "select pg_logical_emit_message(false, '', ''), pg_switch_wal();"; done | psql -q -o /dev/null "host=127.0.0.1 port=$postgres_port user=bench dbname=postgres"
  psql -q "host=127.0.0.1 port=$postgres_port user=bench dbname=postgres" -c checkpoint
}

# ready PROCESS ADDRESS LOG: waits until it serves; if it ends first, its words are shown.
ready() {
  until curl --silent --fail --output /dev/null "$2/health/ready"; do
    kill -0 "$1" 2>/dev/null || { cat "$3"; exit 1; }
    sleep 0.05
  done
}

# start_silos NUMBER: they and the gateway after them share the database cluster. Leaves their processes in $silos, each with a plus behind it.
start_silos() {
  silos=
  psql -q "host=127.0.0.1 port=$postgres_port user=bench dbname=postgres" -c "create database cluster$1" 2>/dev/null || true
  for number in $(seq "$1"); do
    at=$((5410 + 10 * $1 + number))
    dotnet silo/bin/Release/net10.0/Nsdd311.Silo.dll --charter "$scratch/charter.json" --journal "$npgsql;Database=cluster$1" --cluster "cluster$1" \
      --silo-port $((at + 1000)) --gateway-port $((at + 2000)) --http "http://127.0.0.1:$at" >>"$scratch/silo$1.$number.log" 2>&1 &
    services="$services $!" silos="$silos$!+"
    ready $! "http://127.0.0.1:$at" "$scratch/silo$1.$number.log"
  done
}

# start_service NAME: floor, ceiling, bare, sqlite, postgres, or cluster1 to cluster3 (a gateway and so many silos). Leaves its process in $process.
start_service() {
  silos=
  npgsql="Host=127.0.0.1;Port=$postgres_port;Username=bench"
  standalone="dotnet standalone/bin/Release/net10.0/Nsdd311.Standalone.dll --charter $scratch/charter.json --data $scratch/$1"
  case $1 in
    floor) port=5401 store=pg; set -- "$1" dotnet bench/floor/bin/Release/net10.0/floor.dll --urls "http://127.0.0.1:5401" --store "$npgsql;Database=floor" ;;
    ceiling) port=5407 store=pg; set -- "$1" dotnet bench/floor/bin/Release/net10.0/floor.dll --urls "http://127.0.0.1:5407" --store "$npgsql;Database=ceiling" --ceiling true ;;
    bare)
      port=5408 store=pg bare="dotnet bench/bare/bin/Release/net10.0/bare.dll"
      $bare --role silo --urls "http://127.0.0.1:5409" --store "$npgsql;Database=bare" >>"$scratch/bare.silo.log" 2>&1 &
      services="$services $!" silos="$!+"
      ready $! "http://127.0.0.1:5409" "$scratch/bare.silo.log"
      set -- "$1" $bare --role gateway --urls "http://127.0.0.1:$port" ;;
    sqlite) port=5402 store=file; set -- "$1" $standalone --urls "http://127.0.0.1:5402" ;;
    postgres) port=5403 store=pg; set -- "$1" $standalone --urls "http://127.0.0.1:5403" --journal "$npgsql;Database=product" ;;
    cluster[1-3])
      port=$((5403 + ${1#cluster})) store=pg
      mkdir -p "$scratch/$1"
      start_silos "${1#cluster}"
      set -- "$1" dotnet gateway/bin/Release/net10.0/Nsdd311.Gateway.dll --charter "$scratch/charter.json" --journal "$npgsql;Database=$1" --cluster "$1" \
        --urls "http://127.0.0.1:$port" --sign-in local --secret "$scratch/$1/local.key" ;;
    *) echo "There is no contestant $1; bench/run.sh --help lists them." >&2; exit 2 ;;
  esac
  name=$1; shift
  "$@" >>"$scratch/$name.log" 2>&1 &
  process=$!
  services="$services $process"
  began=$(date +%s%N)
  ready "$process" "http://127.0.0.1:$port" "$scratch/$name.log"
  start_ms=$((($(date +%s%N) - began) / 1000000))
  key=-
  case $name in floor | ceiling | bare) ;; *) key=$scratch/$name/local.key ;; esac
  contestant="$name,http://127.0.0.1:$port,$silos$process,$store,$key"
  contestants="$contestants --contestant $contestant"
}

compare() {
  $load compare $contestants --postmaster "$postmaster" --psql "$psql_to" --script bench/commit.sql \
    --seconds "$seconds" --rounds "$rounds" --connections "$connections" --pairs "$pairs"
}
