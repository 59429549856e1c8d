using Nsdd311.Bench.Bare;

// The least that a gateway and a silo of Orleans can do with the standard work: what is left is HTTP, one call of a grain, one place in a batch, and one flush.
// One process each: --role silo --store "Host=…", and --role gateway.
const int SiloPort = 11501, GatewayPort = 12501;
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
if (builder.Configuration["role"] == "silo")
{
    builder.Services.AddSingleton(await Inserts.Open(builder.Configuration["store"] ?? throw new InvalidOperationException("Say --store \"Host=…\".")));
    builder.UseOrleans(silo => silo.UseLocalhostClustering(SiloPort, GatewayPort));
}
else
{
    builder.UseOrleansClient(client => client.UseLocalhostClustering(GatewayPort));
}

var app = builder.Build();
app.MapGet("/health/ready", () => Results.Ok());
if (builder.Configuration["role"] != "silo") new Requests(app.Services.GetRequiredService<IGrainFactory>()).Map(app);
await app.RunAsync();
