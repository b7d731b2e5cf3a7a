using System.Collections.Immutable;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Cutover.Web.Components.Charts;

namespace Cutover.Web.Components.Run;

/// <summary>The observed answers of the last minutes of a run; only what is new is read.</summary>
public sealed class AnswerWindow(long run, RunArchive archive)
{
    // An answer can be stored a little after one that was given later.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);

    private const int Most = 20_000;

    private ImmutableArray<AnswerView> answers = [];

    /// <summary>What the zones' name servers answered, oldest first.</summary>
    public ImmutableArray<AnswerView> OfNameServers { get; private set; } = [];

    /// <summary>What the playbook's resolvers answered, oldest first.</summary>
    public ImmutableArray<AnswerView> OfResolvers { get; private set; } = [];

    public async Task ReadAsync(ChartSpan span, CancellationToken cancellation)
    {
        var since = answers.IsEmpty || answers[^1].At - Overlap < span.From ? span.From : answers[^1].At - Overlap;
        var read = await archive.AnswersAsync(run, since, Most, cancellation);
        ImmutableArray<AnswerView> seen = [.. answers.Where(answer => answer.At <= since && answer.At > span.From), .. read];
        if (!seen.SequenceEqual(answers))
        {
            answers = seen;
            OfNameServers = [.. seen.Where(answer => answer.Origin == AnswerOrigin.NameServers)];
            OfResolvers = [.. seen.Where(answer => answer.Origin == AnswerOrigin.Resolvers)];
        }
    }
}
