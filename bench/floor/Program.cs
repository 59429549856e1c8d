using Nsdd311.Bench.Floor;

// The floor: what a plain service with hand-written SQL does with the same work. No rules, no journal's chain, no sign-in.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
await using var store = await Store.Open(builder.Configuration["store"] ?? throw new InvalidOperationException("Say --store \"Host=…\"."));
builder.Services.AddSingleton(store);
builder.Services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
var app = builder.Build();
app.MapMatters();
await app.RunAsync();
