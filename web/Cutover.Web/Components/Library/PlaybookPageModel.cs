using System.Collections.Immutable;
using Cutover.Core.Accounts;
using Cutover.Engine.Playbooks;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;
using Cutover.Web.Playbooks;

namespace Cutover.Web.Components.Library;

/// <summary>What the page of one playbook shows.</summary>
public sealed class PlaybookPageModel(
    string name,
    PlaybookShelf shelf,
    PlaybookCatalog catalog,
    PlaybookLibrary library,
    RunHistory history,
    OperatorName operatorName,
    TimeProvider time,
    ILogger logger)
{
    private const int MostRuns = 10;

    /// <summary>The version that is shown; null before it was read, and where there is none.</summary>
    public PlaybookTextView? Shown { get; private set; }

    /// <summary>All of them, the newest first.</summary>
    public ImmutableArray<PlaybookVersionView> Versions { get; private set; } = [];

    /// <summary>How the version that is compared became the one that is shown; null where none is.</summary>
    public PlaybookDiffView? Diff { get; private set; }

    public ImmutableArray<RunSummaryView> Open { get; private set; } = [];

    /// <summary>The latest that are over.</summary>
    public ImmutableArray<RunLineView> Runs { get; private set; } = [];

    public DateTimeOffset? ReadAt { get; private set; }

    public string? ReadError { get; private set; }

    /// <summary>Why this person may not save or archive, in words; null when they may.</summary>
    public string? WhyNotSave { get; private set; }

    /// <summary>What came of the latest act.</summary>
    public string? Said { get; private set; }

    public bool IsRefused { get; private set; }

    public bool IsBusy { get; private set; }

    public bool IsHead => Shown?.Version.Number == Versions.FirstOrDefault()?.Number;

    public bool IsArchived => Versions.FirstOrDefault()?.Origin == PlaybookOrigin.Archive;

    public async Task ReadAsync(int? version, int? from, CancellationToken cancellation)
    {
        try
        {
            Shown = await shelf.FindAsync(name, version, cancellation);
            Versions = await catalog.VersionsAsync(name, cancellation);
            Diff = Shown is { } shown && from is { } other ? await catalog.DiffAsync(name, other, shown.Version.Number, cancellation) : null;
            Open = await history.OpenAsync(new RunFilter(Playbook: name), cancellation);
            Runs = (await history.PageAsync(new RunFilter(Playbook: name), null, MostRuns, cancellation)).Runs;
            WhyNotSave = (await operatorName.PermitAsync(Role.Operator, name)).Refusal;
            (ReadAt, ReadError) = (time.GetUtcNow(), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.PlaybooksNotRead(logger, failure);
            ReadError = failure.Message;
        }
    }

    /// <summary>Takes the playbook off the list, if its newest version is still the one that is shown.</summary>
    public async Task ArchiveAsync(string? note)
    {
        IsBusy = true;
        try
        {
            var permit = await operatorName.PermitAsync(Role.Operator, name);
            (IsRefused, Said) = permit.Origin is { } origin && Shown is { } shown
                ? Words(await library.ArchiveAsync(name, shown.Version.Number, Api.Reasons.Clean(note), origin, null, CancellationToken.None))
                : (true, permit.Refusal);
        }
        catch (Exception failure)
        {
            Log.PlaybookNotKept(logger, name, failure);
            (IsRefused, Said) = (true, failure.Message);
        }
        finally
        {
            IsBusy = false;
        }
    }

    private static (bool IsRefused, string Said) Words(SaveOutcome outcome) => outcome switch
    {
        VersionKept => (false, "Archived. It is listed again when another version is saved."),
        _ => (true, $"Not archived. {outcome}"),
    };
}
