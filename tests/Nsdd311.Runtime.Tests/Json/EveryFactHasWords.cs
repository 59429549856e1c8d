using Nsdd311.Proposals;
using Nsdd311.Sessions;
using Nsdd311.Views;

namespace Nsdd311.Runtime.Tests.Json;

/// <summary>A history says a sentence for every fact that a journal can hold.</summary>
public sealed class EveryFactHasWords
{
    [Fact]
    public void Every_fact_of_a_matter_and_of_a_session_has_its_sentence()
    {
        var facts = Domain.Model.Kinds.SelectMany(kind => kind.Events.All.Keys).Distinct().Select(Specimen.Of).ToList();

        facts.OfType<ProposalEvent>().Select(Words.Of).Concat(facts.OfType<SessionEvent>().Select(SessionWords.Of)).Should().NotContain(words => words.Length < 10).And.HaveCountGreaterThan(60);
    }
}
