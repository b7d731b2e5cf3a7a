using System.Collections.Immutable;

namespace Cutover.Core.Accounts;

/// <summary>All that a person, or a token of theirs, was given. Reading is not divided by playbook: whoever has any role sees all runs.</summary>
public sealed record Grants(ImmutableArray<Grant> All)
{
    public static Grants None { get; } = new([]);

    /// <summary>For whoever nothing is kept from.</summary>
    public static Grants Everything { get; } = new([new Grant(Role.Admin, null)]);

    /// <summary>The highest role for whatever playbook; null without any.</summary>
    public Role? Anywhere => Highest(All);

    /// <summary>The highest role for every playbook; null without any.</summary>
    public Role? Everywhere => Highest(All.Where(grant => grant.Playbook is null));

    /// <summary>The highest role for one playbook; null without any.</summary>
    public Role? For(string playbook) =>
        Highest(All.Where(grant => grant.Playbook is null || grant.Playbook.Equals(playbook, StringComparison.Ordinal)));

    /// <summary>What of it is left to a token: no role above the token's, and none for other playbooks than the token's.</summary>
    /// <param name="most">The token's role.</param>
    /// <param name="playbooks">The token's playbooks; empty for all.</param>
    public Grants Within(Role most, ImmutableArray<string> playbooks) => new(
    [
        .. All.SelectMany(grant => Narrowed(grant.Playbook, playbooks)
            .Select(playbook => new Grant(Least(grant.Role, most, playbook), playbook))).Distinct(),
    ]);

    private static IEnumerable<string?> Narrowed(string? playbook, ImmutableArray<string> playbooks) => (playbook, playbooks.IsEmpty) switch
    {
        (_, true) => [playbook],
        (null, _) => playbooks.Cast<string?>(),
        _ => playbooks.Where(one => one.Equals(playbook, StringComparison.Ordinal)).Cast<string?>(),
    };

    // An admin of one playbook would be an admin of accounts: there is none.
    private static Role Least(Role granted, Role most, string? playbook) =>
        (Role)Math.Min(Math.Min((int)granted, (int)most), (int)(playbook is null ? Role.Admin : Role.Operator));

    private static Role? Highest(IEnumerable<Grant> grants) => grants.Select(grant => (Role?)grant.Role).Max();
}
