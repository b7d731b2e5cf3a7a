using System.Globalization;
using Cutover.Core.Runs;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Storage;

/// <summary>Tells a person what happened while they made up their mind.</summary>
internal static class LaterDecisions
{
    // Whoever looked longer ago than this is told of the latest change in it.
    private const int Most = 200;

    /// <summary>
    /// The latest change of phase or step, or act that was done, after a decision: what, by whom and when. Null where there was none.
    /// </summary>
    public static async Task<string?> ChangedSinceAsync(
        this IDbContextFactory<CutoverContext> contexts, long run, long sequence, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Decisions.AsNoTracking()
            .Where(row => row.RunId == run && (row.Sequence == sequence || (row.Sequence > sequence && row.IsNotable)))
            .OrderByDescending(row => row.Sequence).Take(Most).ToListAsync(cancellation);
        return rows.Zip(rows.Skip(1)).Where(pair => IsChange(pair.First, pair.Second)).Select(pair => Words(pair.First)).FirstOrDefault();
    }

    private static bool IsChange(DecisionRecord row, DecisionRecord before) =>
        row.Phase != before.Phase || row.Step != before.Step || (!row.Refused && RunJson.Read<RunEvent>(row.Event) is OperatorAskedEvent);

    private static string Words(DecisionRecord row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Reason.TrimEnd('.')} (decision {row.Sequence}, by {Who(row)} at {row.At.UtcDateTime:HH:mm:ss} UTC; {row.Phase} in step {row.Step + 1})");

    private static string Who(DecisionRecord row) =>
        RunJson.Read<RunEvent>(row.Event) is OperatorAskedEvent asked ? asked.Who : "the run itself";
}
