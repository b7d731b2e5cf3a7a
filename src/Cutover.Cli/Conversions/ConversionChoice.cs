using Cutover.Cli.HostApi;
using Cutover.Cli.Playbooks;
using Cutover.Cli.Problems;
using Cutover.Core.Conversions;
using Cutover.Core.Playbooks;
using Cutover.Engine.Conversions;
using Cutover.Engine.Views;

namespace Cutover.Cli.Conversions;

/// <summary>Which conversion an undo is about: the one that was named or, without a number, the playbook's latest that stands.</summary>
internal static class ConversionChoice
{
    private const int Page = 200;

    public static Task<Answer<ConversionView>> ChooseAsync(ConversionKind kind, PlaybookSource source, long? asked, Session session) =>
        asked is { } id ? NamedAsync(kind, id, session) : LatestAsync(kind, source, session);

    private static async Task<Answer<ConversionView>> NamedAsync(ConversionKind kind, long id, Session session)
    {
        var answer = await session.Host.ConversionAsync(id, session.Cancellation);
        return answer.TryGet(out var found, out _) && found.Kind != kind
            ? new CommandProblem(
                ExitCodes.NoSuchRun,
                FormattableString.Invariant($"conversion {id} is no {Command(kind)}"),
                Next: FormattableString.Invariant($"undo it with: cutover {Command(found.Kind)} <file> --undo {id}"))
            : answer;
    }

    private static async Task<Answer<ConversionView>> LatestAsync(ConversionKind kind, PlaybookSource source, Session session)
    {
        if (PlaybookReader.Read(source.Text) is not PlaybookAccepted { Playbook.Name: var playbook })
        {
            return new CommandProblem(
                ExitCodes.PlaybookInvalid, $"{source.Name} is not valid", Next: $"what is wrong with it: cutover validate {source.Name}");
        }

        var answer = await session.Host.ConversionsAsync(playbook, Page, session.Cancellation);
        if (!answer.TryGet(out var all, out var problem))
        {
            return problem;
        }

        return all.FirstOrDefault(conversion => conversion.Kind == kind && Stands(conversion)) is { } latest ? latest : new CommandProblem(
            ExitCodes.NoSuchRun, $"no {Command(kind)} of {playbook} stands", Next: "nothing is left to undo; or name it: --undo ID");
    }

    private static bool Stands(ConversionView conversion) =>
        conversion.State is ConversionState.Applied or ConversionState.Applying or ConversionState.Undoing;

    private static string Command(ConversionKind kind) => kind == ConversionKind.Adopt ? "adopt" : "finish";
}
