using Cutover.Core.Accounts;
using Cutover.Core.Playbooks;
using Cutover.Core.Playbooks.Versions;
using Cutover.Engine.Playbooks;
using Cutover.Web.Playbooks;

namespace Cutover.Web.Access;

/// <summary>
/// Whether somebody may start a playbook, convert its records, or save another version of it. A text says its own name: who may act on one
/// playbook only may use its head, and change how carefully it moves what it moves, so that a name alone moves nothing else.
/// </summary>
public sealed class PlaybookRights(PlaybookShelf shelf)
{
    /// <summary>Why they may not start or convert, in words; null when they may.</summary>
    public async Task<string?> RefusalAsync(Grants grants, string text, CancellationToken cancellation)
    {
        if (grants.Everywhere >= Role.Operator || PlaybookReader.Read(text) is not PlaybookAccepted { Playbook.Name: var name })
        {
            return null;
        }

        if (!(grants.For(name) >= Role.Operator))
        {
            return Forbidden.Words(grants, Role.Operator, name);
        }

        return await shelf.FindAsync(name, null, cancellation) is { } head && head.Text == text && head.Version.Origin != PlaybookOrigin.Archive
            ? null
            : $"You may act on {name} as its newest version says, to the letter, and this text is another one. "
                + "Save it as a version first, or ask an operator of all playbooks.";
    }

    /// <summary>Why they may not save this text, in words; null when they may, and for a text that is no playbook.</summary>
    public async Task<string?> SaveRefusalAsync(Grants grants, string text, CancellationToken cancellation)
    {
        if (grants.Everywhere >= Role.Operator || PlaybookReader.Read(text) is not PlaybookAccepted { Playbook: var after })
        {
            return null;
        }

        if (!(grants.For(after.Name) >= Role.Operator))
        {
            return Forbidden.Words(grants, Role.Operator, after.Name);
        }

        return await shelf.FindAsync(after.Name, null, cancellation) is not { } head
                || PlaybookReader.Read(head.Text) is not PlaybookAccepted { Playbook: var before }
                ? $"There is no playbook {after.Name} yet that can be read: an operator of all playbooks must save the first."
            : PlaybookReach.Beyond(before, after) is { IsEmpty: false } beyond
                ? $"This text reaches further than {after.Name} does now ({string.Join("; ", beyond)}): ask an operator of all playbooks to save it."
                : null;
    }
}
