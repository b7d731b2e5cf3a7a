using System.Collections.Immutable;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Versions;
using Cutover.Engine.Playbooks;
using Cutover.Engine.Views;
using Cutover.Web.Api;
using Cutover.Web.Playbooks;

namespace Cutover.Web.Components.Library;

/// <summary>A text on its way to become a version. Whatever comes of a save, what was typed stays.</summary>
public sealed class EditorModel(PlaybookShelf shelf, PlaybookLibrary library, OperatorName operatorName, ILogger logger)
{
    private string text = string.Empty;
    private string asLoaded = string.Empty;

    /// <summary>What stands in the editor of a new playbook.</summary>
    public const string Beginning = """
        # yaml-language-server: $schema=playbook.schema.json
        version: 1
        name:

        """;

    public string Text
    {
        get => text;
        set => (text, Said, IsRefused) = (value, null, false);
    }

    /// <summary>The version that the text was made from; null for a playbook that is new.</summary>
    public int? Base { get; private set; }

    /// <summary>What is wrong with the text, as last checked.</summary>
    public ImmutableArray<PlaybookProblem> Problems { get; private set; } = [];

    /// <summary>The name that the text says, as last checked; null while something is wrong with it.</summary>
    public string? Name { get; private set; }

    /// <summary>Somebody saved since; null while nobody did.</summary>
    public HeadMoved? Conflict { get; private set; }

    /// <summary>What came of the latest save, or why there is none.</summary>
    public string? Said { get; private set; }

    public bool IsRefused { get; private set; }

    public bool IsBusy { get; private set; }

    /// <summary>There is something to lose.</summary>
    public bool IsChanged => text != asLoaded;

    /// <summary>The text came from a file and was not changed since.</summary>
    public bool IsImport { get; private set; }

    /// <summary>Takes the newest version to be edited; false where there is none.</summary>
    public async Task<bool> LoadAsync(string name, CancellationToken cancellation)
    {
        if (await shelf.FindAsync(name, null, cancellation) is not { } head)
        {
            return false;
        }

        Begin(head.Text, head.Version.Number);
        return true;
    }

    public void Begin(string begun, int? made)
    {
        (Text, asLoaded, Base, Conflict) = (begun, begun, made, null);
        Check();
    }

    /// <summary>Puts another text in the place of this one: a draft of before, or a file.</summary>
    public void Take(string taken, int? made, bool isImport)
    {
        (Text, Base, Conflict, IsImport) = (taken, made, null, isImport);
        Check();
    }

    public void Check()
    {
        var check = PlaybookCheckView.Of(Text);
        (Problems, Name) = (check.Problems, check.Name);
    }

    /// <summary>Goes on from the version that somebody else saved, with this text: the next save is put on top of it.</summary>
    public void SettleOn(HeadMoved moved) => (Base, Conflict) = (moved.Head.Number, null);

    /// <summary>Keeps the text as a version.</summary>
    /// <returns>The version; null when nothing was kept, and the model says why.</returns>
    public async Task<PlaybookVersionView?> SaveAsync(string? note)
    {
        Check();
        IsBusy = true;
        try
        {
            var permit = await operatorName.PermitSaveAsync(Text);
            if (permit.Origin is not { } origin)
            {
                (Said, IsRefused) = (permit.Refusal, true);
                return null;
            }

            await shelf.RefreshAsync(CancellationToken.None);
            var from = IsImport ? PlaybookOrigin.Import : PlaybookOrigin.Editor;
            return Take(await library.SaveAsync(Text, Base, Reasons.Clean(note), from, origin, null, CancellationToken.None));
        }
        catch (Exception failure)
        {
            Log.PlaybookNotKept(logger, Name ?? "without a name", failure);
            (Said, IsRefused) = ($"{failure.Message} What you typed is still here.", true);
            return null;
        }
        finally
        {
            IsBusy = false;
        }
    }

    private PlaybookVersionView? Take(SaveOutcome outcome)
    {
        Conflict = outcome as HeadMoved;
        (Said, IsRefused) = outcome switch
        {
            VersionKept => ((string?)null, false),
            TextRefused => ("Not saved: mend what is wrong first.", true),
            HeadMoved moved => (moved.ToString(), true),
            _ => ("Not saved: the text says another name than the playbook it was made from. Save it as a new playbook, or put the name back.", true),
        };
        if (outcome is PlaybookUnknown)
        {
            // The next save makes a new one, which the button says.
            Base = null;
        }

        return (outcome as VersionKept)?.Version;
    }
}
