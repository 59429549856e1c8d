using Nsdd311.Runtime;
using Nsdd311.Simulation.Invariants;
using Nsdd311.Simulation.Machine;
using Nsdd311.Simulation.People;

namespace Nsdd311.Simulation;

/// <summary>
/// Those who send commands, again under the same id when they got no answer or forgot that they had one. What was once acknowledged is in the journal,
/// once, and every repetition is answered with it.
/// </summary>
/// <param name="chance">Decides what is sent and repeated.</param>
/// <param name="witness">Knows what is in the journal.</param>
/// <param name="weather">Excuses a failure that is not fair.</param>
/// <param name="born">How many processes there have been so far.</param>
internal sealed class Clients(Random chance, Witness witness, Weather weather, Func<int> born)
{
    private readonly List<CommandEnvelope> sent = [];
    private readonly List<Call> open = [];
    private readonly Dictionary<CommandId, Acknowledged> acknowledged = [];
    private int keys;

    public int Accepted => acknowledged.Count;

    public CommandId NextId => CommandId.Of("client", $"{keys + 1}");

    /// <summary>Sends a deed under a new id.</summary>
    public void Send(Process process, Deed deed)
    {
        var expected = chance.Next(10) == 0 ? witness.Chain(deed.To).Version : (long?)null;
        var envelope = new CommandEnvelope(deed.To, deed.Command, CommandId.Of("client", $"{++keys}"), $"sha256:{keys}", deed.Actor, expected);
        sent.Add(envelope);
        Ask(process, envelope);
        if (chance.Next(8) == 0) Ask(process, envelope);
    }

    /// <summary>Sends something again, now and then with another body.</summary>
    public void Repeat(Process process)
    {
        if (sent.Count == 0) return;

        var envelope = sent[chance.Next(2) == 0 ? chance.Next(sent.Count) : sent.Count - 1 - chance.Next(Math.Min(8, sent.Count))];
        Ask(process, chance.Next(10) == 0 ? envelope with { Digest = "sha256:other" } : envelope);
    }

    /// <summary>Looks at the answers that have come.</summary>
    public void LookAtAnswers()
    {
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var call = open[i];
            if (call.Process.IsDead) open.RemoveAt(i);
            else if (call.Answer.IsCompleted)
            {
                open.RemoveAt(i);
                witness.Broken.AddRange(Wrong(call).Select(what => $"{call.Envelope.Command} for {call.Envelope.Entity}, answered by process {call.Process.Number}: {what}"));
            }
        }
    }

    private void Ask(Process process, CommandEnvelope envelope) => open.Add(new(
        envelope, process, process.Ask(runtime => runtime.Execute(envelope, default)), acknowledged.GetValueOrDefault(envelope.Id)));

    private IEnumerable<string> Wrong(Call call)
    {
        // An answer given by another owner is known to those who were born after it; who lived beside him may have loaded the entity before.
        var before = call.Before is { } known && (known.By == call.Process || known.Born < call.Process.Number) ? known : null;
        if (call.Answer.Exception?.InnerException is { } e)
            return e is RuntimeUnavailableException && !weather.WasFair ? [] : [$"it failed: {e}"];

        return call.Answer.Result switch
        {
            Reply.Accepted { Events.Count: 0 } => before is null ? [] : ["it was recorded, and the repetition says nothing happened"],
            Reply.Accepted accepted => WrongIn(accepted, call),
            Reply.OtherContent => WrittenDigest(call.Envelope) is { } digest && digest != call.Envelope.Digest ? [] : ["no other content is recorded"],
            var reply when before is not null => [$"it was acknowledged as version {before.Version} and is now answered {reply}"],
            _ => [],
        };
    }

    private IEnumerable<string> WrongIn(Reply.Accepted accepted, Call call)
    {
        var chain = witness.Chain(call.Envelope.Entity);
        var rows = chain.Rows.Where(row => row.Command == call.Envelope.Id).ToList();
        if (rows.Count == 0) yield return $"version {accepted.Version} was acknowledged and is not in the journal, which ends at {chain.Version}";
        else if (rows[^1].Sequence != accepted.Version || rows.Count != accepted.Events.Count) yield return $"version {accepted.Version} was acknowledged, the journal has {rows[^1].Sequence}";
        else if (rows[0].Digest != call.Envelope.Digest) yield return "another body is recorded";

        if (call.Before is { } before && before.Version != accepted.Version) yield return $"it was acknowledged as {before.Version} and is now {accepted.Version}";
        acknowledged[call.Envelope.Id] = call.Before is { } first ? first with { Version = accepted.Version } : new(accepted.Version, call.Process, born());
    }

    private string? WrittenDigest(CommandEnvelope envelope) => witness.Chain(envelope.Entity).Rows.Find(row => row.Command == envelope.Id)?.Digest;

    /// <param name="Version">What was acknowledged.</param>
    /// <param name="By">Who said so first.</param>
    /// <param name="Born">How many processes there had been by then.</param>
    private sealed record Acknowledged(long Version, Process By, int Born);

    private sealed record Call(CommandEnvelope Envelope, Process Process, Task<Reply> Answer, Acknowledged? Before);
}
