using Cutover.Cli.Playbooks;
using Cutover.Core.Conversions;
using Cutover.Core.Dns;
using Cutover.Engine.Api;
using Cutover.Engine.Views;

namespace Cutover.Cli.Conversions;

/// <summary>Shows a conversion or its undoing, asks, has it written, and waits until it is INSYNC.</summary>
internal static class Converting
{
    public static async Task<int> RunAsync(
        ConversionKind kind, ConversionParts.Asked asked, string[] targetValues, AliasTarget? targetAlias, Session session)
    {
        if (!(await PlaybookSource.ReadAsync(asked.File, session.Cancellation)).TryGet(out var source, out var unread))
        {
            return session.Output.Fail(unread);
        }

        return asked.IsUndo
            ? await UndoAsync(kind, asked, source, session)
            : await ConvertAsync(new ConversionRequest(kind, source.Text, [.. targetValues], targetAlias), asked, source, session);
    }

    private static async Task<int> ConvertAsync(
        ConversionRequest request, ConversionParts.Asked asked, PlaybookSource source, Session session)
    {
        var shown = await session.Host.PreviewAsync(request, session.Cancellation);
        if (!shown.TryGet(out var preview, out var problem))
        {
            return session.Output.Fail(problem with { Source = source });
        }

        if (Consent.Get(session.Output, preview, ConversionText.Of(preview), $"{request.Kind} now?", asked.Yes) is { } no)
        {
            return session.Output.Fail(no);
        }

        var answer = await session.Host.ConvertAsync(new ConvertRequest(request, preview.Checksum, asked.Reason), session.Cancellation);
        return answer.TryGet(out var written, out var refused)
            ? await EndAsync(written, $"take it back: cutover {request.Kind.ToString().ToLowerInvariant()} {asked.File} --undo", session)
            : session.Output.Fail(refused with { Source = source });
    }

    private static async Task<int> UndoAsync(ConversionKind kind, ConversionParts.Asked asked, PlaybookSource source, Session session)
    {
        if (!(await ConversionChoice.ChooseAsync(kind, source, asked.UndoId, session)).TryGet(out var conversion, out var none))
        {
            return session.Output.Fail(none);
        }

        if (Consent.Get(session.Output, conversion, ConversionText.OfUndo(conversion), "Undo now?", asked.Yes) is { } no)
        {
            return session.Output.Fail(no);
        }

        var answer = await session.Host.UndoConversionAsync(conversion.Id, asked.Reason, session.Cancellation);
        return answer.TryGet(out var undone, out var refused) ? await EndAsync(undone, null, session) : session.Output.Fail(refused);
    }

    private static async Task<int> EndAsync(ConversionView written, string? next, Session session)
    {
        var seen = await SyncWait.ForAsync(written, session);
        return session.Output.Result(seen, console => console.Profile.Out.Writer.WriteLine(FormattableString.Invariant(
            $"Conversion {seen.Id} is {seen.State}, {seen.Sync}.{(next is null ? string.Empty : $" To {next}")}")));
    }
}
