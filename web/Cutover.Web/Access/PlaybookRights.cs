using Cutover.Core.Accounts;
using Cutover.Core.Playbooks;
using Cutover.Web.Playbooks;

namespace Cutover.Web.Access;

/// <summary>
/// Whether somebody may start a playbook, or convert its records. A text says its own name: who may act on one playbook only may use it
/// as it lies in the host's folder, so that a name alone moves nothing else.
/// </summary>
public sealed class PlaybookRights(PlaybookFolder folder)
{
    /// <summary>Why not, in words; null when they may.</summary>
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

        return (await folder.ReadAllAsync(cancellation)).Any(file => file.Text == text)
            ? null
            : $"You may act on {name} as it lies in the host's folder of playbooks, and this text is another one. "
                + "Have it put there, or ask an operator of all playbooks.";
    }
}
