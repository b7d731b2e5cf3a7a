using System.Globalization;
using Cutover.Web.Components.Looks;

namespace Cutover.Web.Components.Run;

/// <summary>A row of the log in words, made once for all pages that show it.</summary>
public sealed class LogLine
{
    private readonly DateTimeOffset at;
    private Tuple<DateTimeOffset, string>? latest;

    public LogLine(LogEntry entry)
    {
        Entry = entry;
        if (entry.Decision is { } row)
        {
            (at, Key) = (row.At, row.Sequence);
            What = $"{row.Event}{(row.Who is null ? null : $" by {row.Who}")}{(row.Refused ? " (refused)" : null)}";
            Label = FormattableString.Invariant($"{What}, decision {row.Sequence}");
            Id = FormattableString.Invariant($"decision-{row.Sequence}");
            Standing = FormattableString.Invariant($"#{row.Sequence} · {PhaseLooks.Of(row.Phase).Label}{(row.Step > 0 ? $" · step {row.Step}" : null)}");
        }
        else if (entry.Comment is { } comment)
        {
            (at, Key, What) = (comment.At, FormattableString.Invariant($"comment {comment.Id}"), $"comment by {comment.Who}");
        }

        (MachineTime, Moment) = (at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), Words.Moment(at));
    }

    public LogEntry Entry { get; }

    /// <summary>The same for the same row of a later reading.</summary>
    public object Key { get; } = string.Empty;

    public string What { get; } = string.Empty;

    /// <summary>What the button of a decision is called.</summary>
    public string? Label { get; }

    /// <summary>Of what a decision opens.</summary>
    public string? Id { get; }

    /// <summary>Where the run stood at a decision.</summary>
    public string? Standing { get; }

    public string MachineTime { get; }

    public string Moment { get; }

    /// <summary>The time with its age. Pages ask for the same one after the other.</summary>
    public string When(DateTimeOffset now)
    {
        if (latest is { } known && known.Item1 == now)
        {
            return known.Item2;
        }

        var words = Shell.Moment.Text(at, now);
        latest = Tuple.Create(now, words);
        return words;
    }
}
