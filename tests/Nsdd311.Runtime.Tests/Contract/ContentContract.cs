using Nsdd311.Charters;
using Nsdd311.Marking;
using Nsdd311.Proposals;
using Nsdd311.Runtime.Journal;
using Nsdd311.Runtime.Memory;
using Nsdd311.Runtime.Tests.Journal;
using Nsdd311.Runtime.Tests.Sqlite;
using Nsdd311.Sqlite;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Tests.Contract;

/// <summary>What every store does with the bytes of attachments, and what the check of all chains finds of them.</summary>
public abstract class ContentContract : IAsyncLifetime
{
    private static readonly byte[] Itinerary = "Moscow, Leningrad, Sevastopol"u8.ToArray();

    private IJournal journal = null!;

    public async Task InitializeAsync() => journal = await Open();

    public async Task DisposeAsync() => await journal.DisposeAsync();

    protected abstract Task<IJournal> Open();

    [Fact]
    public async Task Bytes_come_back_as_they_were_kept_and_what_was_never_kept_is_not_there()
    {
        byte[] every = [.. Enumerable.Range(0, 256).Select(value => (byte)value)];
        await Keep(Itinerary);
        await Keep(every);

        (await Read(Itinerary)).Should().Equal(Itinerary);
        (await Read(every)).Should().Equal(every);
        (await journal.ReadContent(ContentHash.Of("nobody's"u8), default)).Should().BeNull();
    }

    [Fact]
    public async Task The_same_content_again_changes_nothing_however_many_keep_it_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Keep(Itinerary))));
        await Keep(Itinerary);

        (await Read(Itinerary)).Should().Equal(Itinerary);
    }

    [Fact]
    public async Task A_part_of_a_buffer_is_kept_and_no_more()
    {
        byte[] buffer = [9, 9, 1, 2, 3, 9];
        var part = buffer.AsMemory(2, 3);
        await journal.WriteContent(ContentHash.Of(part.Span), part, default);
        buffer[2] = 7;

        (await Read([1, 2, 3])).Should().Equal([1, 2, 3], "the store has its own");
    }

    [Fact]
    public async Task Twenty_mebibytes_are_kept()
    {
        var large = new byte[Attachment.LargestSize];
        new Random(1).NextBytes(large);
        await Keep(large);

        ContentHash.Of(await Read(large)).Should().Be(ContentHash.Of(large));
    }

    [Fact]
    public async Task Chains_verify_with_the_contents_that_they_name_each_counted_once()
    {
        await Keep(Itinerary);
        await Attach("a", Itinerary);
        await Attach("b", Itinerary);

        (await ChainVerification.Verify(journal, default)).Should().Be(new ChainReport(2, 2, null, 1));
    }

    [Fact]
    public async Task A_content_that_is_missing_is_named_with_the_row_that_names_it()
    {
        await Keep(Itinerary);
        await Attach("a", Itinerary);
        await Attach("b", "never kept"u8.ToArray());

        var report = await ChainVerification.Verify(journal, default);

        report.Should().Be(new ChainReport(2, 1, new(new(EntityKinds.Proposal, "b"), 1, $"the content {ContentHash.Of("never kept"u8)} that it names is missing")));
    }

    [Fact]
    public async Task A_content_that_is_not_what_its_name_says_is_named_with_the_row_that_names_it()
    {
        await journal.WriteContent(ContentHash.Of(Itinerary), "Moscow alone"u8.ToArray(), default);
        await Attach("a", Itinerary);

        var fault = (await ChainVerification.Verify(journal, default)).Fault;

        fault.Should().Be(new ChainFault(new(EntityKinds.Proposal, "a"), 1, $"the content {ContentHash.Of(Itinerary)} that it names was changed"));
    }

    private Task Keep(byte[] bytes) => journal.WriteContent(ContentHash.Of(bytes), bytes, default);

    private async Task<byte[]> Read(byte[] bytes) => (await journal.ReadContent(ContentHash.Of(bytes), default))!.Value.ToArray();

    private async Task Attach(string matter, byte[] bytes)
    {
        var entity = new EntityId(EntityKinds.Proposal, matter);
        var fact = new ProposalEvent.Attached(
            new(1, new(PortionMark.Unclassified, "Itinerary"), PortionMark.Unclassified, "text/plain", bytes.Length, ContentHash.Of(bytes), 1, null), Rows.Monday);
        var row = new JournalRow(
            entity, 1, StoredNames.Proposal[fact.GetType()], EntityKind.WriteEvent(fact), "clock", CommandId.Of("c"), 0, "none", new CharterVersion("v"), 0, Rows.Monday,
            ChainHash.Root(entity), default).Hashed();
        (await journal.Commit([new([row], null, false, ReadRows.None)], default)).Should().Equal(AppendOutcome.Won);
    }
}

public sealed class ContentOnMemory : ContentContract
{
    protected override Task<IJournal> Open() => Task.FromResult<IJournal>(new MemoryJournal());
}

public sealed class ContentOnSqlite : ContentContract, IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task<IJournal> Open() => Task.FromResult<IJournal>(SqliteJournal.Open(folder.Path, TimeProvider.System));
}
