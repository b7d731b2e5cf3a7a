using System.Collections.Immutable;
using Cutover.Core.Dns;
using Cutover.Core.Dns.Answers;
using Cutover.Engine.Dns.Observation;
using Cutover.Engine.Runs;
using Cutover.Engine.Storage;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Dns.Panel;

/// <summary>
/// Asks a run's resolvers once an interval and stores what they said: the stale tail after each change of weights. It judges nothing, so a
/// round that fails is only logged.
/// </summary>
internal sealed class PanelWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly RunLoop loop;
    private readonly ImmutableArray<(RecordKey Record, ResolverPanel Panel)> panels;
    private readonly AnswerJournal journal;
    private readonly RunFeed feed;
    private readonly ILogger logger;
    private readonly Task asking;

    public PanelWatch(
        RunLoop loop,
        ImmutableArray<(RecordKey Record, ResolverPanel Panel)> panels,
        AnswerJournal journal,
        RunFeed feed,
        TimeSpan interval,
        TimeProvider time,
        ILogger<PanelWatch> logger)
    {
        (this.loop, this.panels, this.journal, this.feed, this.logger) = (loop, panels, journal, feed, logger);
        asking = Task.Run(() => AskAsync(interval, time));
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task AskAsync(TimeSpan interval, TimeProvider time)
    {
        while (true)
        {
            try
            {
                await RoundAsync();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Log.PanelFailed(logger, loop.RunId, failure);
            }

            await Task.Delay(interval, time, stopping.Token);
        }
    }

    private async Task RoundAsync()
    {
        var rounds = await Task.WhenAll(panels.Select(async panel => (panel.Record, Round: await panel.Panel.AskAsync(stopping.Token))));
        await journal.AddAsync(rounds.Select(round => Row(round.Record, round.Round)), stopping.Token);
        feed.Publish(new RunMoved(loop.RunId, loop.Run.Sequence));
    }

    private AnswerRecord Row(RecordKey record, PanelRound round)
    {
        var counts = round.Counts;
        return new AnswerRecord
        {
            RunId = loop.RunId,
            At = round.At,
            Record = record.ToString(),
            Origin = AnswerOrigin.Resolvers,
            Source = counts.Source,
            Target = counts.Target,
            Other = counts.Unknown,
            Failed = counts.Failed,
            Asked = loop.Run.State.Applied.First(pair => pair.Record == record).Weights.TargetShare,
            Words = round.Indistinct ?? string.Join("; ", round.Answers.Select(Words)),
        };
    }

    private string Words(ResolverAnswer answer)
    {
        var stacks = loop.Run.Plan.Playbook.Stacks;
        var named = answer.Stack switch
        {
            AnsweredStack.Source => stacks.Source.Name,
            AnsweredStack.Target => stacks.Target.Name,
            AnsweredStack.Failed => answer.Failure ?? "no answer",
            _ => string.Join(",", answer.Values),
        };
        return FormattableString.Invariant(
            $"{answer.Resolver}: {named}{(answer.TimeToLive is { } left ? $" for {left.TotalSeconds:0} s more" : string.Empty)}");
    }
}
