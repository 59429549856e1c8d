insert into bench_commit (matter, payload) values (gen_random_uuid(), repeat('x', 400));
