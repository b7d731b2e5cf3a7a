using Cutover.Core.Accounts;

namespace Cutover.Engine.Storage;

/// <summary>A role of an account, for all playbooks or for one.</summary>
public sealed class GrantRecord
{
    /// <summary>What stands for all playbooks; no playbook can have this name.</summary>
    public const string AllPlaybooks = "*";

    public long AccountId { get; init; }

    /// <summary>The playbook's name, or <see cref="AllPlaybooks"/>.</summary>
    public required string Playbook { get; init; }

    /// <summary>
    /// Given by the provider of single sign-on, and renewed at each sign-in; an admin gives and takes the others. One role of each kind for
    /// each playbook: what one of them takes away, the other may still give.
    /// </summary>
    public bool FromProvider { get; init; }

    public required Role Role { get; set; }

    public Grant Granted() => new(Role, Playbook == AllPlaybooks ? null : Playbook);
}
