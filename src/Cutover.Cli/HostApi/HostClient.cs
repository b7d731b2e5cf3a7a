using System.Collections.Immutable;
using System.Globalization;
using Cutover.Cli.Problems;
using Cutover.Core.Auditing;
using Cutover.Core.Runs;
using Cutover.Engine.Api;
using Cutover.Engine.Views;

namespace Cutover.Cli.HostApi;

/// <summary>What the host can be asked, one method a route.</summary>
internal sealed class HostClient(HostAddress address, TimeProvider time) : IDisposable
{
    private readonly HostRequests requests = new(address, time);

    public HostAddress Address => address;

    public Task<Answer<PlanView>> PlanAsync(string playbook, CancellationToken cancellation) =>
        requests.PostAsync<PlanView>(ApiRoutes.Plans, new PlanRequest(playbook), cancellation);

    public Task<Answer<BacktestView>> BacktestAsync(BacktestRequest request, CancellationToken cancellation) =>
        requests.PostAsync<BacktestView>(ApiRoutes.Backtests, request, cancellation);

    public Task<Answer<StartedView>> StartAsync(string playbook, string? reason, string? plan, CancellationToken cancellation) =>
        requests.PostOnceAsync<StartedView>(ApiRoutes.Runs, new StartRequest(playbook, reason, plan), cancellation);

    public Task<Answer<ActDoneView>> ActAsync(long id, ActRequest act, CancellationToken cancellation) =>
        requests.PostOnceAsync<ActDoneView>(ApiRoutes.Acts(id), act, cancellation);

    /// <summary>Runs, open ones first, then the newest.</summary>
    /// <param name="take">1-200.</param>
    public Task<Answer<ImmutableArray<RunSummaryView>>> RunsAsync(int skip, int take, CancellationToken cancellation) =>
        requests.GetAsync<ImmutableArray<RunSummaryView>>(
            FormattableString.Invariant($"{ApiRoutes.Runs}?skip={skip}&take={take}"), cancellation);

    public Task<Answer<RunView>> RunAsync(long id, CancellationToken cancellation) =>
        requests.GetAsync<RunView>(ApiRoutes.Run(id), cancellation);

    /// <summary>The decision log, newest first.</summary>
    /// <param name="before">Only decisions with a smaller number; null for the newest.</param>
    /// <param name="take">1-1000.</param>
    public Task<Answer<ImmutableArray<DecisionView>>> DecisionsAsync(
        long id, long? before, bool notableOnly, int take, CancellationToken cancellation)
    {
        var older = before is { } limit ? string.Create(CultureInfo.InvariantCulture, $"&before={limit}") : string.Empty;
        var query = string.Create(CultureInfo.InvariantCulture, $"?notable={(notableOnly ? "true" : "false")}&take={take}{older}");
        return requests.GetAsync<ImmutableArray<DecisionView>>(ApiRoutes.Decisions(id) + query, cancellation);
    }

    public Task<Answer<string>> PlaybookAsync(long id, CancellationToken cancellation) =>
        requests.GetTextAsync(ApiRoutes.Playbook(id), cancellation);

    /// <summary>The playbooks that the host keeps, by name.</summary>
    public Task<Answer<ImmutableArray<PlaybookLineView>>> PlaybooksAsync(bool archived, CancellationToken cancellation) =>
        requests.GetAsync<ImmutableArray<PlaybookLineView>>($"{ApiRoutes.Playbooks}?archived={(archived ? "true" : "false")}", cancellation);

    /// <param name="version">Null for the newest.</param>
    public Task<Answer<PlaybookTextView>> PlaybookTextAsync(string name, int? version, CancellationToken cancellation) =>
        requests.GetAsync<PlaybookTextView>(
            ApiRoutes.PlaybookOf(name) + (version is { } number ? string.Create(CultureInfo.InvariantCulture, $"?version={number}") : null),
            cancellation);

    public Task<Answer<ImmutableArray<PlaybookVersionView>>> PlaybookVersionsAsync(string name, CancellationToken cancellation) =>
        requests.GetAsync<ImmutableArray<PlaybookVersionView>>(ApiRoutes.PlaybookVersions(name), cancellation);

    public Task<Answer<PlaybookVersionView>> SavePlaybookAsync(SavePlaybookRequest request, CancellationToken cancellation) =>
        requests.PostOnceAsync<PlaybookVersionView>(ApiRoutes.Playbooks, request, cancellation);

    public Task<Answer<PlaybookVersionView>> ArchivePlaybookAsync(string name, ArchivePlaybookRequest request, CancellationToken cancellation) =>
        requests.PostOnceAsync<PlaybookVersionView>(ApiRoutes.PlaybookArchive(name), request, cancellation);

    /// <param name="format">html or markdown.</param>
    public Task<Answer<string>> ReportAsync(long id, string format, CancellationToken cancellation) =>
        requests.GetTextAsync($"{ApiRoutes.Report(id)}?format={format}", cancellation);

    public Task<Answer<ConversionPreviewView>> PreviewAsync(ConversionRequest request, CancellationToken cancellation) =>
        requests.PostAsync<ConversionPreviewView>(ApiRoutes.ConversionPreview, request, cancellation);

    public Task<Answer<ConversionView>> ConvertAsync(ConvertRequest request, CancellationToken cancellation) =>
        requests.PostAsync<ConversionView>(ApiRoutes.Conversions, request, cancellation);

    /// <summary>The conversions of a playbook, the newest first.</summary>
    /// <param name="take">1-200.</param>
    public Task<Answer<ImmutableArray<ConversionView>>> ConversionsAsync(string playbook, int take, CancellationToken cancellation) =>
        requests.GetAsync<ImmutableArray<ConversionView>>(
            FormattableString.Invariant($"{ApiRoutes.Conversions}?playbook={Uri.EscapeDataString(playbook)}&take={take}"), cancellation);

    /// <summary>One conversion; the host asks Route 53 after its change.</summary>
    public Task<Answer<ConversionView>> ConversionAsync(long id, CancellationToken cancellation) =>
        requests.GetAsync<ConversionView>(ApiRoutes.Conversion(id), cancellation);

    public Task<Answer<ConversionView>> UndoConversionAsync(long id, string? reason, CancellationToken cancellation) =>
        requests.PostAsync<ConversionView>(ApiRoutes.Undo(id), new UndoRequest(reason), cancellation);

    /// <summary>Rows of the audit in their order.</summary>
    /// <param name="take">1-1000.</param>
    public Task<Answer<ImmutableArray<AuditEntry>>> AuditAsync(long after, int take, CancellationToken cancellation) =>
        requests.GetAsync<ImmutableArray<AuditEntry>>(
            FormattableString.Invariant($"{ApiRoutes.Audit}?after={after}&take={take}"), cancellation);

    public Task<Answer<AuditHeadView>> AuditHeadAsync(CancellationToken cancellation) =>
        requests.GetAsync<AuditHeadView>(ApiRoutes.AuditHead, cancellation);

    /// <summary>Subscribes to a run; the caller disposes the stream.</summary>
    public Task<Answer<RunEventStream>> EventsAsync(long id, CancellationToken cancellation) =>
        requests.StreamAsync(ApiRoutes.EventsOf(id), cancellation);

    public void Dispose() => requests.Dispose();
}
