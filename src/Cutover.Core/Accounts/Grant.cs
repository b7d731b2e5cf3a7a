namespace Cutover.Core.Accounts;

/// <summary>A role, for every playbook or for one.</summary>
/// <param name="Role">The role. Admin is for every playbook only.</param>
/// <param name="Playbook">The name of the only playbook that it is for; null for all.</param>
public sealed record Grant(Role Role, string? Playbook)
{
    /// <summary>As people write it: "Operator", or "Operator:wss-primary".</summary>
    public override string ToString() => Playbook is null ? $"{Role}" : $"{Role}:{Playbook}";

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is something else.</summary>
    public static Grant? Parse(string text)
    {
        var parts = text.Split(':', 2);
        return Enum.GetNames<Role>().Contains(parts[0], StringComparer.Ordinal) && parts is not [_, ""]
            ? new Grant(Enum.Parse<Role>(parts[0]), parts.ElementAtOrDefault(1))
            : null;
    }
}
