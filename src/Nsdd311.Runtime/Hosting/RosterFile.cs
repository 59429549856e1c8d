using System.Text.Json;
using Nsdd311.Charters;
using Nsdd311.Roster;

namespace Nsdd311.Runtime.Hosting;

/// <summary>The first persons of a deployment, as an operator writes them: a JSON array of <c>{ "sub", "name", "seat" }</c>.</summary>
/// <remarks><c>sub</c> is what the sign-in says of the person; <c>seat</c> is written as in the API, <c>ig-member/STATE</c> or <c>sig-chair</c>. Whoever holds two seats stands there twice.</remarks>
public static class RosterFile
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    /// <summary>Reads the file.</summary>
    /// <param name="file">Where it is.</param>
    /// <param name="charter">Whose agencies have seats.</param>
    /// <exception cref="StartRefusedException">It cannot be read, or has faults; all of them are listed.</exception>
    public static ValueList<Appointment> Read(string file, Charter charter)
    {
        try
        {
            List<Line> lines = [.. (JsonSerializer.Deserialize<List<Line?>>(File.ReadAllBytes(file), Form) ?? []).Select(line => line ?? new())];
            List<string> faults = [.. lines.SelectMany((line, index) => FaultsOf(line, index, charter)), .. Doubled(lines)];
            if (lines.Count == 0) faults.Add("it seats nobody");
            if (faults.Count > 0)
                throw new StartRefusedException($"Nothing was started: the roster '{file}' has {faults.Count} fault(s).{Environment.NewLine}{string.Join(Environment.NewLine, faults.Select(fault => $"  {fault}"))}");

            return lines.Select(line => new Appointment(SeatOf(line)!.Value, new(line.Sub!), line.Name!)).ToValueList();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new StartRefusedException($"The roster '{file}' cannot be read: {e.Message}", e);
        }
    }

    private static IEnumerable<string> FaultsOf(Line line, int index, Charter charter)
    {
        if (string.IsNullOrWhiteSpace(line.Sub)) yield return $"[{index}].sub: name the person as the sign-in does";
        if (string.IsNullOrWhiteSpace(line.Name)) yield return $"[{index}].name: give the person's name";
        if (SeatOf(line) is not { } seat) yield return $"[{index}].seat: '{line.Seat}' is no seat";
        else if (seat.Agency is { } agency && charter.Find(agency) is null) yield return $"[{index}].seat: the charter knows no agency {agency}";
    }

    private static IEnumerable<string> Doubled(List<Line> lines) =>
        lines.Select((line, index) => (line, index)).GroupBy(one => (one.line.Sub, one.line.Seat)).Where(group => group.Count() > 1)
            .Select(group => $"[{group.Last().index}]: {group.Key.Sub} is seated as {group.Key.Seat} twice");

    private static Seat? SeatOf(Line line) => Seat.TryParse(line.Seat, out var seat) ? seat : null;

    private sealed record Line(string? Sub = null, string? Name = null, string? Seat = null);
}
