# The same run with more and more matters in the store. Read by run.sh, after PostgreSQL has started.

for name in $(echo "$only" | tr , ' '); do
  [ "$name" != floor ] || continue
  services= contestants= from=0
  start_service "$name"
  for to in $(echo "$growth" | tr , ' '); do
    $load fill --contestant "$contestant" --from "$from" --to "$to" --pairs "$pairs"
    kill "$process"; wait "$process" || true
    services= contestants=
    start_service "$name"
    echo "$name: start with $to matters in $start_ms ms; memory after start $(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$process/status") MiB"
    $load compare $contestants --postmaster "$postmaster" --psql "$psql_to" --script bench/commit.sql \
      --seconds "$seconds" --rounds "$rounds" --connections "$connections" --pairs "$pairs"
    echo "$name: memory after the run $(awk '/VmRSS/ { print int($2 / 1024) }' "/proc/$process/status") MiB; store $(du -sm "$scratch/$name" "$postgres_data" | awk '{ printf "%s MiB ", $1 }')"
    from=$to
  done
  kill "$process"; wait "$process" || true
done
