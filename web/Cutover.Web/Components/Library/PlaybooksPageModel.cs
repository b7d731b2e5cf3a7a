using System.Collections.Immutable;
using Cutover.Engine.Views;
using Cutover.Web.Playbooks;

namespace Cutover.Web.Components.Library;

/// <summary>What the list of playbooks shows.</summary>
public sealed class PlaybooksPageModel(PlaybookShelf shelf, string folder, TimeProvider time, ILogger logger)
{
    public string Folder => folder;

    /// <summary>Those that were taken off the list as well.</summary>
    public bool Archived { get; set; }

    /// <summary>Null before they were read.</summary>
    public ImmutableArray<PlaybookLineView>? Playbooks { get; private set; }

    /// <summary>What somebody should mend in the folder.</summary>
    public ImmutableArray<string> Faults { get; private set; } = [];

    public DateTimeOffset? ReadAt { get; private set; }

    public string? ReadError { get; private set; }

    public async Task ReadAsync(CancellationToken cancellation)
    {
        try
        {
            Playbooks = await shelf.ListAsync(Archived, cancellation);
            Faults = await shelf.FaultsAsync(cancellation);
            (ReadAt, ReadError) = (time.GetUtcNow(), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.PlaybooksNotRead(logger, failure);
            ReadError = failure.Message;
        }
    }
}
