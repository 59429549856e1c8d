# Kills under load: the service, then PostgreSQL, again and again. Every acknowledged matter is read afterwards, and every chain is checked. Read by run.sh.

# storm NAME VICTIM: works on while the victim (service or postgres) is killed.
storm() {
  services= contestants=
  start_service "$1"
  storming=$contestant
  $load storm --contestant "$storming" --connections 16 --seconds $((kills * 6)) --pairs "$pairs" --out "$scratch/told" &
  working=$!
  times=0
  while [ "$times" -lt "$kills" ]; do
    sleep 4
    case $2 in
      service)
        kill -KILL "$process"; wait "$process" 2>/dev/null || true
        services=; start_service "$1" ;;
      postgres)
        kill -KILL "$(head -1 "$postgres_data/postmaster.pid")"
        # Its children notice and leave; until then their memory is in the way of a new one.
        until start_postgres; do sleep 0.2; done ;;
    esac
    times=$((times + 1))
  done
  echo "$1, $2 killed $times times:"
  wait "$working"
  $load check --contestant "$contestant" --in "$scratch/told"
  kill "$process"; wait "$process" || true
  verify "$1"
}

verify() {
  set -- dotnet standalone/bin/Release/net10.0/Nsdd311.Standalone.dll verify --charter "$scratch/charter.json" --data "$scratch/$1" \
    $([ "$1" = sqlite ] || echo "--journal Host=127.0.0.1;Port=$postgres_port;Username=bench;Database=product")
  "$@"
}

for name in $(echo "$only" | tr , ' '); do
  case $name in
    sqlite) storm sqlite service ;;
    postgres) storm postgres service; storm postgres postgres ;;
  esac
done
