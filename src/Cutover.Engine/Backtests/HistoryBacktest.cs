using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Backtests;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Notation;
using Cutover.Engine.Aws;
using Cutover.Engine.Gates.CloudWatch;

namespace Cutover.Engine.Backtests;

/// <summary>Judges the CloudWatch gates of a playbook over what CloudWatch still knows.</summary>
public sealed class HistoryBacktest
{
    private const long MostPoints = 2_000_000;

    // A page may hold a hundred thousand points.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SeriesReader reader;
    private readonly EngineOptions options;
    private readonly TimeProvider time;

    public HistoryBacktest(AwsConnection aws, EngineOptions options, TimeProvider time) =>
        (reader, this.options, this.time) = (new SeriesReader(aws.CloudWatch), options, time);

    /// <param name="from">The first moment judged.</param>
    /// <param name="to">The last moment judged; in the past.</param>
    /// <param name="lateness">How long after its end a period could be read; null for what is usual of its length.</param>
    public async Task<BacktestOutcome> RunAsync(
        string playbookText, DateTimeOffset from, DateTimeOffset to, TimeSpan? lateness, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        if (from >= to || to > now)
        {
            return new BacktestOutOfRange("from must be before to, and to must not be in the future");
        }

        if (PlaybookReader.Read(playbookText) is not PlaybookAccepted { Playbook: var playbook })
        {
            return new BacktestUnreadable(((PlaybookRefused)PlaybookReader.Read(playbookText)).Problems);
        }

        var (asked, notes) = Choose(playbook, from, now);
        var points = asked.Sum(gate => (long)((to - from) / Source(gate).Period)
            * playbook.Stacks.MeasuredBy(gate.Source).Sum(stack => Source(gate).About(stack, gate.Kind).Queries));
        return points > MostPoints
            ? new BacktestOutOfRange(string.Create(
                CultureInfo.InvariantCulture, $"that is about {points:N0} datapoints, and {MostPoints:N0} are the most: ask for less time"))
            : await ReplayAsync(playbook, asked, notes, (from, to), lateness, cancellation);
    }

    private static (ImmutableArray<Gate> Asked, ImmutableArray<BacktestNote> Notes) Choose(
        Playbook playbook, DateTimeOffset from, DateTimeOffset now)
    {
        var notes = playbook.Gates.Select(gate => (Gate: gate, Why: gate.Source switch
        {
            CloudWatchSource source when now - from > Retention.Of(source.Period) =>
                $"CloudWatch keeps periods of {DurationNotation.Write(source.Period)} for "
                    + $"{DurationNotation.Write(Retention.Of(source.Period))} only",
            CloudWatchSource => null,
            CloudWatchAlarm => "an alarm's past states are not asked for",
            _ => "measured by Cutover itself, and CloudWatch does not know it: judge the measurements of a run with --run",
        })).ToList();
        return (
            [.. notes.Where(note => note.Why is null).Select(note => note.Gate)],
            [.. notes.Where(note => note.Why is not null).Select(note => new BacktestNote(note.Gate.Name, note.Why!))]);
    }

    private async Task<BacktestOutcome> ReplayAsync(
        Playbook playbook,
        ImmutableArray<Gate> asked,
        ImmutableArray<BacktestNote> notes,
        (DateTimeOffset From, DateTimeOffset To) over,
        TimeSpan? lateness,
        CancellationToken cancellation)
    {
        var read = await ReadAsync(playbook, asked, over, cancellation);
        var (known, left) = (read.Where(gate => gate.Why is null).ToList(), read.Where(gate => gate.Why is not null));
        var measurings = Moments(known.Select(gate => gate.Gate), over).SelectMany(now => known.Select(gate => HistoryMeasurements.At(
            gate.Gate,
            gate.Stacks[0],
            gate.Stacks.ElementAtOrDefault(1),
            now,
            lateness ?? HistoryMeasurements.UsualLateness(Source(gate.Gate).Period))));
        var backtest = await Task.Run(
            () => Backtest.Of(playbook, measurings.TakeWhile(_ => !cancellation.IsCancellationRequested)), cancellation);
        return new BacktestMade(
            playbook, over.From, over.To, backtest, [.. notes, .. left.Select(gate => new BacktestNote(gate.Gate.Name, gate.Why!))]);
    }

    private async Task<ImmutableArray<(Gate Gate, ImmutableArray<SeriesHistory> Stacks, string? Why)>> ReadAsync(
        Playbook playbook, ImmutableArray<Gate> gates, (DateTimeOffset From, DateTimeOffset To) over, CancellationToken cancellation)
    {
        var asked = gates.SelectMany(gate => playbook.Stacks.MeasuredBy(gate.Source).Select(stack => (gate, SeriesRequests.Of(
            gate, stack, over.From - gate.Window - gate.Freshness - Source(gate).Period, over.To)))).ToList();
        var readings = await reader.ReadAsync([.. asked.Select(one => one.Item2)], Patience, cancellation);
        return
        [
            .. asked.Zip(readings).GroupBy(pair => pair.First.gate).Select(gate => (
                gate.Key,
                gate.Select(pair => pair.Second).OfType<SeriesRead>()
                    .Select(read => new SeriesHistory(read.Values, read.Evidence)).ToImmutableArray(),
                gate.Select(pair => pair.Second).OfType<SeriesUnread>().FirstOrDefault()?.Why)),
        ];
    }

    // Between two periods nothing but age changes: of long ones each is looked at twice.
    private IEnumerable<DateTimeOffset> Moments(IEnumerable<Gate> gates, (DateTimeOffset From, DateTimeOffset To) over)
    {
        var half = gates.Select(gate => Source(gate).Period / 2).DefaultIfEmpty(options.CloudWatchPoll).Min();
        var pace = half > options.CloudWatchPoll ? half : options.CloudWatchPoll;
        for (var now = over.From; now <= over.To; now += pace)
        {
            yield return now;
        }
    }

    private static CloudWatchSource Source(Gate gate) => (CloudWatchSource)gate.Source;
}
