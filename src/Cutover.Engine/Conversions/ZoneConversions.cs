using Cutover.Core.Conversions;
using Cutover.Core.Playbooks;
using Cutover.Engine.Api;
using Cutover.Engine.Auditing;
using Cutover.Engine.Aws;
using Cutover.Engine.Dns;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Conversions;

/// <summary>Adopts simple records as weighted pairs, makes finished pairs simple records, and undoes either.</summary>
public sealed class ZoneConversions
{
    private readonly ZoneReading reading;
    private readonly ConversionExecution execution;
    private readonly IDbContextFactory<CutoverContext> contexts;

    public ZoneConversions(AwsConnection aws, IDbContextFactory<CutoverContext> contexts, TimeProvider time, ILoggerFactory loggers)
    {
        this.contexts = contexts;
        reading = new ZoneReading(aws.Route53, contexts);
        execution = new ConversionExecution(
            new BatchWriter(aws.Route53), contexts, time, loggers.CreateLogger<ConversionExecution>());
    }

    /// <summary>What would be written; changes nothing.</summary>
    public async Task<ConversionResult> PreviewAsync(ConversionRequest request, CancellationToken cancellation)
    {
        switch (PlaybookReader.Read(request.Playbook ?? string.Empty))
        {
            case PlaybookRefused refused:
                return new ConversionPlaybookUnreadable(refused.Problems);
            case PlaybookAccepted { Playbook: var playbook }:
                var read = await reading.ReadAsync(playbook, cancellation);
                return read.TryGet(out var now, out var failure)
                    ? Prepare(request, playbook, now)
                    : new ConversionZoneUnreadable(AwsWords.Of(failure));
            default:
                throw new InvalidOperationException("A reading of a playbook is accepted or refused.");
        }
    }

    /// <summary>Writes exactly what was shown, or nothing.</summary>
    /// <param name="cancellation">Counts until the first batch is sent; from then on it is brought to an end.</param>
    public async Task<ConversionResult> ConvertAsync(
        ConversionRequest request, string checksum, Origin origin, string? why, CancellationToken cancellation) =>
        await PreviewAsync(request, cancellation) switch
        {
            ConversionPrepared { Conversion: var now } when now.Checksum() != checksum => new ConversionOutdated(now),
            ConversionPrepared { Conversion: var now } => await execution.ApplyAsync(now, origin, why),
            var result => result,
        };

    /// <summary>Writes the exact reverse, unless someone has changed the records since.</summary>
    /// <param name="cancellation">Counts until the first batch is sent; from then on it is brought to an end.</param>
    public async Task<ConversionResult> UndoAsync(long id, Origin origin, string? why, CancellationToken cancellation)
    {
        if (await FindAsync(id, cancellation) is not { } row)
        {
            return new ConversionUnknown();
        }

        if (WhyNotUndoable(row) is { } reason)
        {
            return new ConversionNotUndoable(reason);
        }

        var done = ConversionRows.Read(row);
        var read = await reading.ReadAsync(done, cancellation);
        return !read.TryGet(out var now, out var failure)
            ? new ConversionZoneUnreadable(AwsWords.Of(failure))
            : Undo.Prepare(done, now) switch
            {
                ConversionReady { Conversion: var reverse } => await execution.UndoAsync(id, reverse, origin, why),
                ConversionRefused { Refusals: var differences } => new ConversionDrifted(differences),
                var outcome => throw new InvalidOperationException($"{outcome} is not an outcome of an undo."),
            };
    }

    private static ConversionResult Prepare(ConversionRequest request, Playbook playbook, ZonesNow now)
    {
        var outcome = request.Kind == ConversionKind.Adopt
            ? Adoption.Prepare(playbook, TargetContent.Of(request.TargetValues ?? [], request.TargetAlias), now)
            : Finish.Prepare(playbook, now);
        return outcome switch
        {
            ConversionReady ready => new ConversionPrepared(ready.Conversion),
            ConversionRefused refused => new ConversionNotPossible(refused.Refusals),
            _ => throw new InvalidOperationException($"{outcome} is not an outcome of preparing."),
        };
    }

    private async Task<ConversionRecord?> FindAsync(long id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Conversions.AsNoTracking().Include(row => row.Batches).SingleOrDefaultAsync(row => row.Id == id, cancellation);
    }

    private static string? WhyNotUndoable(ConversionRecord row) => row.State switch
    {
        ConversionState.Undone => FormattableString.Invariant(
            $"Conversion {row.Id} was undone by {row.UndoneBy} at {row.UndoneAt:yyyy-MM-dd HH:mm:ss}Z already."),
        ConversionState.NotApplied => FormattableString.Invariant($"Conversion {row.Id} was never written: {row.Failure}."),
        _ => null,
    };
}
