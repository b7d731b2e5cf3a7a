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

    /// <summary>What somebody should mend in the folder: files that are no playbooks, and files that say the name of another one.</summary>
    public async Task<ImmutableArray<string>> FaultsAsync(CancellationToken cancellation)
    {
        var (faults, files) = (ImmutableArray.CreateBuilder<string>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var file in await folder.ReadAllAsync(cancellation))
        {
            var reading = PlaybookReader.Read(file.Text);
            if (reading is PlaybookRefused { Problems: [var first, ..] })
            {
                faults.Add(FormattableString.Invariant($"{file.Name} is no playbook and is left out: line {first.Line}, {first.Message}"));
            }
            else if (reading is PlaybookAccepted { Playbook.Name: var name } && !files.TryAdd(name, file.Name))
            {
                faults.Add($"{files[name]} and {file.Name} both say that they are {name}: whichever changed last is its newest version");
            }
        }

        return faults.ToImmutable();
    }

    /// <summary>Takes up what is new in the folder.</summary>
    public async Task RefreshAsync(CancellationToken cancellation) => await library.TakeFolderAsync(
        (await folder.ReadAllAsync(cancellation)).Select(file => (file.Name, file.Text)), cancellation);
}
