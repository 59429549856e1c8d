using System.Text;
using System.Text.Json;

namespace Nsdd311.Bench.Load;

/// <summary>Bearer tokens, one a person, taken once at the start; the floor knows no sign-in and gets an empty line.</summary>
internal sealed class Persons
{
    private readonly Dictionary<string, string> tokens = [];

    /// <summary>The line <c>Authorization: Bearer …</c> of a person, with its line end.</summary>
    public string LineOf(string person) => tokens.TryGetValue(person, out var token) ? $"Authorization: Bearer {token}\r\n" : "";

    /// <summary>Signs everybody in whom the work needs.</summary>
    /// <param name="address">Where.</param>
    /// <param name="key">The text of local.key; null where there is no sign-in.</param>
    /// <param name="names">Who.</param>
    public static Persons SignIn(Uri address, string? key, IEnumerable<string> names)
    {
        var persons = new Persons();
        if (key is null) return persons;

        using var wire = new Wire(address, TimeSpan.FromSeconds(20));
        foreach (var name in names)
        {
            var body = $"{{\"as\":\"{name}\"}}";
            var status = wire.Exchange(Encoding.ASCII.GetBytes(
                $"POST /api/v1/local/token HTTP/1.1\r\nHost: {address.Authority}\r\nX-Local-Key: {key}\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
            if (status != 200) throw new InvalidOperationException($"{name} cannot sign in: {status} {Encoding.UTF8.GetString(wire.Body)}");

            using var answer = JsonDocument.Parse(wire.Body.ToArray());
            persons.tokens[name] = answer.RootElement.GetProperty("token").GetString()!;
        }

        return persons;
    }
}
