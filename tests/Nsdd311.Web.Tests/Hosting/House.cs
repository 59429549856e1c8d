using Nsdd311.Standalone;

namespace Nsdd311.Web.Tests.Hosting;

/// <summary>The real standalone service in this process, on a port of its own, over a folder of its own.</summary>
/// <remarks>
/// <c>await using var house = await House.Open("1989-10-16T09:00:00-04:00");</c> then <c>var officer = await house.SignIn("dod.ao");</c> and
/// <c>await officer.Post("/proposals", body, key: "a")</c>. <see cref="LocalService.MoveTo"/> moves the exercise clock; <see cref="Restart"/> stops the service and
/// starts it again over the same folder. Between two moves the exercise clock stands, so that instants in the answers are exact.
/// </remarks>
internal sealed class House : LocalService
{
    private readonly bool keepsFolder;
    private readonly KeptIn kept;
    private Service? service;

    private House(string folder, bool keepsFolder, KeptIn kept, Service service)
        : base(folder)
    {
        (this.keepsFolder, this.kept, this.service) = (keepsFolder, kept, service);
        Http = ClientOf(service.App.Urls.First());
    }

    /// <summary>Opens a service; under the exercise clock if told where it starts.</summary>
    /// <param name="clock">Where the exercise clock starts; null for real time.</param>
    /// <param name="folder">A folder to use and to leave; null for one that is thrown away.</param>
    /// <param name="charter">The file of another charter.</param>
    /// <param name="kept">Where the journal is kept; null for the folder.</param>
    public static async Task<House> Open(string? clock = null, string? folder = null, string? charter = null, KeptIn? kept = null)
    {
        var where = folder ?? Path.Combine(Path.GetTempPath(), $"nsdd311-{Guid.NewGuid():N}");
        try
        {
            return new(where, folder is not null, kept ?? KeptIn.Folder, await Start(where, clock, charter, kept ?? KeptIn.Folder));
        }
        catch when (folder is null && Directory.Exists(where))
        {
            Directory.Delete(where, recursive: true);
            throw;
        }
    }

    /// <summary>Stops the service and starts it again over the same folder.</summary>
    public async Task Restart(string? clock = null, string? charter = null)
    {
        await Stop();
        service = await Start(Folder, clock, charter, kept);
        Http = ClientOf(service.App.Urls.First());
    }

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await Stop();
        await base.DisposeAsync();
        if (!keepsFolder) Directory.Delete(Folder, recursive: true);
    }

    private async Task Stop()
    {
        Http.Dispose();
        if (service is not { } running) return;

        service = null;
        await running.App.StopAsync();
        await running.DisposeAsync();
    }

    private static async Task<Service> Start(string folder, string? clock, string? charter, KeptIn kept)
    {
        List<string> args = ["--urls", "http://127.0.0.1:0", "--data", folder, .. kept.Options];
        if (clock is not null) args.AddRange(["--clock", clock]);
        if (charter is not null) args.AddRange(["--charter", charter]);
        // A store makes its folder; this one has none, and the key of local sign-in needs it.
        if (kept.Memory is not null) Directory.CreateDirectory(folder);
        var service = await Service.Build(Options.Parse(args), new StandingTime(), kept.Memory);
        await service.App.StartAsync();
        return service;
    }
}
