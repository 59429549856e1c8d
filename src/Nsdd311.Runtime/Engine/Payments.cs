using Nsdd311.Charters;
using Nsdd311.Settlement;

namespace Nsdd311.Runtime.Engine;

/// <summary>The two commands of a payment. Their ids are made of debtor and obligation, so whoever pays, and however often, posts once.</summary>
internal static class Payments
{
    /// <summary>What the creditor is sent.</summary>
    public static CommandEnvelope Of(EntityId debtor, Obligation owed, CharterVersion? charter) =>
        new(owed.Creditor, owed.Payment, CommandId.Of("settle", debtor.ToString(), owed.Id), $"obligation:{owed.Id}", new Actor.Entity(debtor), Charter: charter);

    /// <summary>What the debtor records of the creditor's reply.</summary>
    /// <exception cref="InvalidOperationException">A payment is accepted or refused, and nothing else.</exception>
    public static CommandEnvelope Answered(EntityId debtor, Obligation owed, Reply reply) =>
        new(debtor, owed.Answered(AnswerOf(reply)), CommandId.Of("answer", debtor.ToString(), owed.Id), $"answer:{owed.Id}", new Actor.Entity(debtor));

    private static Answer AnswerOf(Reply reply) => reply switch
    {
        Reply.Accepted accepted => new Answer.Accepted(accepted.Events),
        Reply.Refused { Notice: var notice } => new Answer.Refused(notice.Code, notice.Because),
        _ => throw new InvalidOperationException($"A payment was answered with {reply}."),
    };
}
