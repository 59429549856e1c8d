using System.Text.Json.Nodes;

namespace Nsdd311.Web.Tests.Hosting;

/// <summary>Papers to hand in.</summary>
internal static class Papers
{
    /// <summary>A ministerial visit that can be submitted; change members before sending it.</summary>
    public static JsonObject Visit(string from = "1990-05-14", string to = "1990-05-18", string direction = "outbound", bool submit = true) => new()
    {
        ["category"] = "visit.ministerial",
        ["direction"] = direction,
        ["pair"] = "secdef~minister-of-defense",
        ["shortTitle"] = "SecDef visit",
        ["title"] = Text("U", "Secretary of Defense visit to the USSR"),
        ["paragraphs"] = new JsonArray(Text("U", "The visit answers the one of 1989."), Text("C", "The Minister is expected to raise naval arms control.")),
        ["goals"] = new JsonArray(
            new JsonObject { ["goal"] = 1, ["rationale"] = Text("C", "Sites not seen before.") },
            new JsonObject { ["goal"] = 2, ["rationale"] = Text("U", "Open discussion of doctrine.") },
            new JsonObject { ["goal"] = 3, ["rationale"] = Text("U", "They see what we show.") }),
        ["window"] = new JsonObject { ["from"] = from, ["to"] = to },
        ["units"] = new JsonObject { ["events"] = 1, ["days"] = 5, ["persons"] = 20, ["sites"] = 4 },
        ["subjects"] = new JsonArray(),
        ["isNegotiation"] = false,
        ["submit"] = submit,
    };

    /// <summary>A marked text.</summary>
    public static JsonObject Text(string mark, string text) => new() { ["mark"] = mark, ["text"] = text };

    /// <summary>A paper without the word that submits it, for a revision, an amendment or a next stage.</summary>
    public static JsonObject WithoutSubmit(this JsonObject paper)
    {
        paper.Remove("submit");
        return paper;
    }
}
