# The same run with more and more matters in the store. Read by run.sh, after PostgreSQL has started.

# Memory of everything that serves, in MiB: of a cluster its silos and the gateway.
memory() {
  for one in $services; do cat "/proc/$one/status"; done | awk '/VmRSS/ { sum += $2 } END { print int(sum / 1024) }'
}

stop_services() {
  for one in $services; do kill "$one"; done
  for one in $services; do wait "$one" || true; done
  services= contestants=
}

for name in $(echo "$only" | tr , ' '); do
  [ "$name" != floor ] || continue
  services= contestants= from=0
  start_service "$name"
  for to in $(echo "$growth" | tr , ' '); do
    $load fill --contestant "$contestant" --from "$from" --to "$to" --pairs "$pairs"
    stop_services
    start_service "$name"
    echo "$name: start with $to matters in $start_ms ms; memory after start $(memory) MiB"
    $load compare $contestants --postmaster "$postmaster" --psql "$psql_to" --script bench/commit.sql \
      --seconds "$seconds" --rounds "$rounds" --connections "$connections" --pairs "$pairs"
    echo "$name: memory after the run $(memory) MiB; store $(du -sm "$scratch/$name" "$postgres_data" | awk '{ printf "%s MiB ", $1 }')"
    from=$to
  done
  stop_services
done
