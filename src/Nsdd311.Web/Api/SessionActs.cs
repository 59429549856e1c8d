namespace Nsdd311.Web.Api;

/// <summary>Under which headings of the page of refusals the refusals of each act on a session stand.</summary>
internal static class SessionActs
{
    private const string Any = "Sessions: any act";

    private static readonly Dictionary<string, string[]> Own = new()
    {
        ["putOnAgenda"] = ["Sessions: agenda"],
        ["bringPaper"] = ["Sessions: papers"],
        ["giveSessionLeave"] = ["Sessions: chair and leave"],
        ["nameActingChair"] = ["Sessions: chair and leave"],
        ["recordAttendance"] = ["Sessions: attendance"],
        ["conveneSession"] = ["Sessions: convene"],
        ["decideItem"] = ["Sessions: decide"],
        ["withdrawItem"] = ["Sessions: agenda"],
        ["adjournSession"] = [],
        ["callOffSession"] = [],
        ["circulateMinutes"] = ["Sessions: minutes"],
        ["objectToMinutes"] = ["Sessions: minutes"],
        ["approveMinutes"] = ["Sessions: minutes"],
    };

    /// <summary>The headings of an operation, by its id.</summary>
    public static string[] Of(string operation) => [Any, .. Own[operation]];
}
