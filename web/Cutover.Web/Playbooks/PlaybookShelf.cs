using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Engine.Playbooks;
using Cutover.Engine.Views;

namespace Cutover.Web.Playbooks;

/// <summary>The playbooks as they are now: what is kept, with what is new in the folder taken up first.</summary>
public sealed class PlaybookShelf(PlaybookFolder folder, PlaybookLibrary library, PlaybookCatalog catalog)
{
    /// <summary>Playbooks by name.</summary>
    public async Task<ImmutableArray<PlaybookLineView>> ListAsync(bool archived, CancellationToken cancellation)
    {
        await RefreshAsync(cancellation);
        return await catalog.ListAsync(archived, cancellation);
    }

    /// <summary>A version with its text, the head where none is named; null where there is none.</summary>
    public async Task<PlaybookTextView?> FindAsync(string playbook, int? number, CancellationToken cancellation)
    {
        await RefreshAsync(cancellation);
        return await catalog.FindAsync(playbook, number, cancellation);
    }

    /// <summary>The files in the folder that are no playbooks, each with the first thing that is wrong.</summary>
    public async Task<ImmutableArray<(string File, PlaybookProblem Problem)>> BrokenAsync(CancellationToken cancellation) =>
    [
        .. (await folder.ReadAllAsync(cancellation)).Select(file => (file.Name, Reading: PlaybookReader.Read(file.Text) as PlaybookRefused))
            .Where(file => file.Reading is not null).Select(file => (file.Name, file.Reading!.Problems[0])),
    ];

    /// <summary>Takes up what is new in the folder.</summary>
    public async Task RefreshAsync(CancellationToken cancellation) => await library.TakeFolderAsync(
        (await folder.ReadAllAsync(cancellation)).Select(file => (file.Name, file.Text)), cancellation);
}
