using Nsdd311.Bench.Floor;

// The floor: what a plain service with hand-written SQL does with the same work. No rules, no journal's chain, no sign-in.
// With --ceiling true: the least that a service can do which acknowledges only what is on the disk.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
await using var database = await Database.Open(builder.Configuration["store"] ?? throw new InvalidOperationException("Say --store \"Host=…\"."));
builder.Services.AddSingleton(new Store(database));
builder.Services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
var app = builder.Build();
app.MapGet("/health/ready", () => Results.Ok());
if (builder.Configuration.GetValue<bool>("ceiling")) new Ceiling(database).Map(app);
else app.MapMatters();
await app.RunAsync();
