using System.Collections.Immutable;
using Cutover.Core.Gates;
using Cutover.Core.Playbooks;
using Cutover.Engine.Storage;
using Cutover.Engine.Views;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Reports;

/// <summary>Reads the verdicts of a whole run, of which there may be a hundred thousand, and keeps what a report shows of them.</summary>
internal sealed class ReportedVerdicts(DateTimeOffset from, DateTimeOffset to)
{
    // Points of one line of a chart, and the most changes that have room.
    private const int MostPoints = 240;
    private const int MostChanges = 400;

    private readonly Dictionary<(string Gate, StackRole Stack), VerdictView> latest = [];
    private readonly Dictionary<(string Gate, StackRole Stack, int Stretch), VerdictView> points = [];
    private readonly List<VerdictView> changes = [];

    public ImmutableArray<VerdictView> Points => [.. points.Values.OrderBy(point => point.At).ThenBy(point => point.Id)];

    /// <summary>How many changes did not fit; they are the latest ones.</summary>
    public int LeftOut { get; private set; }

    public async Task ReadAsync(CutoverContext context, long run, CancellationToken cancellation)
    {
        var rows = context.Verdicts.AsNoTracking().Where(row => row.RunId == run).OrderBy(row => row.At).ThenBy(row => row.Id)
            .Select(row => new VerdictView(
                row.Id, row.Gate, row.Stack, row.At, row.Verdict, row.Value, row.Samples, row.DataFrom, row.DataTo, string.Empty));
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            Take(row);
        }
    }

    /// <summary>The changes with their words.</summary>
    public async Task<ImmutableArray<VerdictView>> ChangesAsync(CutoverContext context, CancellationToken cancellation)
    {
        var ids = changes.Select(change => change.Id).ToList();
        var words = await context.Verdicts.AsNoTracking().Where(row => ids.Contains(row.Id))
            .Select(row => new { row.Id, row.Words }).ToDictionaryAsync(row => row.Id, row => row.Words, cancellation);
        return [.. changes.Select(change => change with { Words = words[change.Id] })];
    }

    private void Take(VerdictView row)
    {
        var key = (row.Gate, row.Stack);
        if (!latest.TryGetValue(key, out var before) || before.Verdict != row.Verdict)
        {
            Add(row);
        }

        latest[key] = row;
        var stretch = to <= from ? 0 : (int)((row.At - from) / (to - from) * MostPoints);
        if (row.Verdict == Verdict.Failed || !points.TryGetValue((row.Gate, row.Stack, stretch), out var shown) || shown.Verdict != Verdict.Failed)
        {
            points[(row.Gate, row.Stack, stretch)] = row;
        }
    }

    private void Add(VerdictView row)
    {
        if (changes.Count < MostChanges)
        {
            changes.Add(row);
        }
        else
        {
            LeftOut++;
        }
    }
}
