namespace Nsdd311.Bench.Load;

/// <summary>The standard work, "full vetting": submit, five positions, decision with ledger hold, read. Eight requests.</summary>
internal sealed class Work
{
    /// <summary>Requests of one vetting.</summary>
    public const int Steps = 8;

    /// <summary>The step that clears: from then on the matter holds units in the ledger.</summary>
    public const int Decision = 6;

    private static readonly string[] Agencies = ["STATE", "DOD", "NSC", "OCJCS", "CIA"];
    private readonly Template[] steps;

    public Work(Uri address, Persons persons, DateOnly today)
    {
        steps =
        [
            new(address, "POST /api/v1/proposals", $"{persons.LineOf("dod.ao")}Acting-As: action-officer/DOD\r\n", Submission(today)),
            .. Agencies.Select(agency => new Template(
                address, "POST /api/v1/proposals/{id}/positions", $"{persons.LineOf($"{agency.ToLowerInvariant()}.ig")}Acting-As: ig-member/{agency}\r\n", """{"position":"concur"}""")),
            new(address, "POST /api/v1/proposals/{id}/decision", $"{persons.LineOf("dod.ig-chair")}Acting-As: ig-chair\r\n",
                """{"body":"ig","decision":"clear","findings":[{"goal":1,"text":{"mark":"U","text":"We see how they plan and what they show."}}]}"""),
            new(address, "GET /api/v1/proposals/{id}", persons.LineOf("state.ao"), ""),
        ];
    }

    /// <summary>Whom it needs.</summary>
    public static IReadOnlyList<string> Persons { get; } = ["dod.ao", .. Agencies.Select(agency => $"{agency.ToLowerInvariant()}.ig"), "dod.ig-chair", "state.ao"];

    /// <summary>The last step alone.</summary>
    public ReadOnlySpan<byte> Read(ReadOnlySpan<byte> id) => steps[^1].For(id, 0, 0, 0);

    /// <summary>One step.</summary>
    public ReadOnlySpan<byte> Step(int number, ReadOnlySpan<byte> id, long vetting, int run, int pair) => steps[number].For(id, vetting, run, pair);

    private static string Submission(DateOnly today)
    {
        var sentence = "The delegation is shown one line of the plant and asks for the same in return; nothing beyond the list of sites is shown or said. ";
        string Paragraph(int number) => string.Concat(Enumerable.Repeat(sentence, 3)).Insert(0, $"{number}. ").TrimEnd();
        var paragraphs = string.Join(",", Enumerable.Range(1, 4).Select(number => $$"""{"mark":"{{(number % 2 == 0 ? "C" : "U")}}","text":"{{Paragraph(number)}}"}"""));
        return $$$"""
            {"category":"exchange.standard","direction":"inbound","pair":"{{{Charters.PairName(99_999)}}}","shortTitle":"Standard work",
            "title":{"mark":"U","text":"An exchange of the standard kind"},"paragraphs":[{{{paragraphs}}}],
            "goals":[{"goal":1,"rationale":{"mark":"U","text":"We learn how they plan."}}],
            "window":{"from":"{{{today.AddDays(60):yyyy-MM-dd}}}","to":"{{{today.AddDays(64):yyyy-MM-dd}}}"},
            "units":{"events":1,"days":5,"persons":12},"subjects":[],"isNegotiation":false,"submit":true}
            """;
    }
}
