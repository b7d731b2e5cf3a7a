using System.Collections.Immutable;
using Cutover.Engine.Aws;
using Cutover.Engine.Dns;

namespace Cutover.Cli.Emergency;

/// <summary>Verifies a rollback that is INSYNC: by what the zone holds, and by what its name servers answer.</summary>
internal static class ZoneCheck
{
    public static async Task<ZoneOutcome> CheckAsync(GlassSession session, ZoneOutcome written)
    {
        var found = written.Found!;
        var read = await ZoneReading.SetsAsync(session, found.Id, found.Requests);
        if (!read.TryGet(out var sets, out var failure))
        {
            return written with { Trouble = $"the zone {found.Title} cannot be read again: {AwsWords.Of(failure)}" };
        }

        if (found.Rollback.MissingFrom(sets) is { IsEmpty: false } missing)
        {
            return written with { Trouble = $"someone has changed it since: {string.Join(", ", missing)} is not what was written" };
        }

        var answers = await AnswersAsync(session, found);
        var servers = string.Join(", ", answers.Servers);
        return written with
        {
            Answers = answers,
            Trouble = answers.OfTarget == 0 ? null : FormattableString.Invariant(
                $"{answers.OfTarget} of {answers.Answered} answers of {servers} still send people away from the source"),
        };
    }

    private static async Task<AnswerCheck> AnswersAsync(GlassSession session, ZoneFound found)
    {
        var all = found.Rollback.Pairs.Select(TargetValues.Of).ToImmutableArray();
        ImmutableArray<string> notes = [.. all.Select(values => values.WhyNot).OfType<string>()];
        ImmutableArray<TargetValues> watched = [.. all.Where(values => values.WhyNot is null)];
        var (servers, note) = watched.IsEmpty ? ([], null) : await ServersAsync(session, found);
        var asked = await Task.WhenAll(
            servers.Select(server => NameServerQuestions.AskAsync(server, watched, session.Cancellation)));
        return new AnswerCheck(
            asked.Sum(check => check.Answered),
            asked.Sum(check => check.OfTarget),
            [.. asked.SelectMany(check => check.Servers)],
            [.. notes, .. note is null ? ImmutableArray<string>.Empty : [note], .. asked.SelectMany(check => check.Notes)]);
    }

    private static async Task<(ImmutableArray<string> Servers, string? Note)> ServersAsync(GlassSession session, ZoneFound found)
    {
        if (!session.NameServers.IsEmpty)
        {
            return (session.NameServers, null);
        }

        var asked = await session.Route53.GetHostedZoneAsync(found.Id, CallPriority.Urgent, session.Cancellation);
        if (!asked.TryGet(out var zone, out var failure))
        {
            return ([], $"the name servers of {found.Title} are not known: {AwsWords.Of(failure)}");
        }

        return (zone.NameServers, zone.NameServers.IsEmpty
            ? $"{found.Title} is private: no name server of it can be asked from here (--name-server names one)"
            : null);
    }
}
