using System.Globalization;
using System.Text;
using Cutover.Cli.Terminal;
using Cutover.Core.Dns;
using Cutover.Core.Emergency;

namespace Cutover.Cli.Emergency;

/// <summary>What was found in a zone and what is to be written there, for people. Plain lines: nothing is loaded to draw them.</summary>
internal static class GlassText
{
    public static string Of(ZoneFound found)
    {
        var text = new StringBuilder().AppendLine($"Zone {found.Title}");
        foreach (var pair in found.Rollback.Pairs)
        {
            Append(text, pair);
        }

        foreach (var refusal in found.Rollback.Refusals)
        {
            text.AppendLine($"  NOT ROLLED BACK: {Figures.OneLine($"{refusal.Record}: {refusal.Message}. {refusal.Mend}.")}");
        }

        foreach (var warning in found.Rollback.Warnings)
        {
            text.AppendLine($"  WARNING: {Figures.OneLine(warning)}.");
        }

        return Batch(text, found.Rollback).ToString().TrimEnd();
    }

    private static void Append(StringBuilder text, PairRollback pair)
    {
        text.AppendLine(string.Create(
            CultureInfo.InvariantCulture, $"  {Figures.OneLine(pair.Record)} (resolvers may hold an answer for {pair.StaleSeconds} s)"));
        Append(text, pair, pair.Source, pair.After.Source.ToString(CultureInfo.InvariantCulture));
        Append(text, pair, pair.Target, pair.After.Target.ToString(CultureInfo.InvariantCulture));
        foreach (var other in pair.Others)
        {
            Append(text, pair, other, "left alone");
        }

        text.AppendLine(pair.Run is { } run
            ? $"    these are the weights from before run {Figures.OneLine(run)}, as its mark remembers them"
            : "    no run's mark remembers the weights from before: everything goes back to the source");
    }

    private static void Append(StringBuilder text, PairRollback pair, RecordSet set, string after) => text.AppendLine(string.Create(
        CultureInfo.InvariantCulture,
        $"    {Figures.OneLine(set.SetIdentifier ?? string.Empty),-16} weight {set.Weight ?? 0,3} -> {after,-10} "
            + $"{Figures.Share(pair.ShareBefore(set))} -> {Figures.Share(pair.ShareAfter(set))} of the answers"));

    private static StringBuilder Batch(StringBuilder text, ZoneRollback rollback)
    {
        var changes = rollback.Changes;
        text.AppendLine(changes.IsEmpty
            ? "  Nothing is to be written here."
            : string.Create(CultureInfo.InvariantCulture, $"  One batch of {changes.Length} changes, all of them or none:"));
        foreach (var change in changes)
        {
            text.AppendLine($"    {Figures.OneLine(Line(change))}");
        }

        return text;
    }

    private static string Line(RecordSetChange change)
    {
        var set = change.RecordSet;
        var content = set.Alias is { } alias ? $"alias {alias.DnsName}" : string.Join(' ', set.Values);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{change.Action.ToString().ToUpperInvariant()} {set.Name.TrimEnd('.')} {set.Type}"
                + $"{(set.SetIdentifier is { } identifier ? $" \"{identifier}\" weight {set.Weight}" : string.Empty)}"
                + $"{(set.Ttl is { } ttl ? $" TTL {ttl}" : string.Empty)} {content}");
    }
}
