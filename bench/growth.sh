# The same run with more and more matters in the store. Read by run.sh, after PostgreSQL has started.
# With the floor among the contestants each run has its ratio; the floor's own store is not filled, for nothing that it does depends on it.

# Memory of everything that serves, in MiB: of a cluster its silos and the gateway.
memory() {
  for one in $measured; do cat "/proc/$one/status"; done | awk '/VmRSS/ { sum += $2 } END { print int(sum / 1024) }'
}

stop_services() {
  for one in $services; do kill "$one"; done
  for one in $services; do wait "$one" || true; done
  services= contestants=
}

for which in $(echo "$only" | tr , ' '); do
  [ "$which" != floor ] || continue
  services= contestants= from=0
  start_service "$which"
  filled=$contestant
  for to in $(echo "$growth" | tr , ' '); do
    $load fill --contestant "$filled" --from "$from" --to "$to" --pairs "$pairs"
    stop_services
    start_service "$which"
    measured=$services filled=$contestant
    echo "$which: start with $to matters in $start_ms ms; memory after start $(memory) MiB"
    case ,$only, in *,floor,*) start_service floor ;; esac
    $load compare $contestants --postmaster "$postmaster" --psql "$psql_to" --script bench/commit.sql \
      --seconds "$seconds" --rounds "$rounds" --connections "$connections" --pairs "$pairs"
    echo "$which: memory after the run $(memory) MiB; store $(du -sm "$scratch/$which" "$postgres_data" | awk '{ printf "%s MiB ", $1 }')"
    from=$to
  done
  stop_services
done
