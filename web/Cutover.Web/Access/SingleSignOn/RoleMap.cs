using System.Collections.Immutable;
using Cutover.Core.Accounts;

namespace Cutover.Web.Access.SingleSignOn;

/// <summary>What the values of a claim give here.</summary>
internal sealed class RoleMap
{
    private readonly ImmutableSortedDictionary<string, ImmutableArray<Grant>> grants;

    private RoleMap(IEnumerable<KeyValuePair<string, ImmutableArray<Grant>>> grants) =>
        this.grants = grants.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The values that give something.</summary>
    public IEnumerable<string> Values => grants.Keys;

    public bool HasAdmin => grants.Values.SelectMany(all => all).Any(grant => grant.Role == Role.Admin);

    /// <summary>The map as written, or what is wrong with it.</summary>
    /// <remarks>A value may have colons in it, as URNs have, at which configuration divides: so all keys below are read as one.</remarks>
    public static (RoleMap Map, string? Problem) Read(IConfigurationSection? section)
    {
        var written = (section?.AsEnumerable(makePathsRelative: true) ?? []).Where(pair => pair is { Key.Length: > 0, Value: not null })
            .ToDictionary(pair => pair.Key, pair => pair.Value!, StringComparer.Ordinal);
        var all = written.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Split(',').Select(Parse).ToImmutableArray())).ToList();
        var wrong = all.Find(pair => pair.Value.Contains(null)).Key;
        return (
            new RoleMap(all.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.OfType<Grant>().ToImmutableArray()))),
            wrong is not null ? $"Cutover:Oidc:Roles:{wrong}={written[wrong]} is no viewer, operator or admin, nor viewer:PLAYBOOK or operator:PLAYBOOK."
            : all.Count == 0 ? "Cutover:Oidc:Roles is empty: nobody could come in. Give for example Cutover:Oidc:Roles:sre=operator."
            : null);
    }

    /// <summary>What these values give together: the highest role for all playbooks, and for each.</summary>
    public ImmutableArray<Grant> For(IEnumerable<string> values) =>
    [
        .. values.SelectMany(value => grants.GetValueOrDefault(value, []))
            .GroupBy(grant => grant.Playbook, (playbook, given) => new Grant(given.Max(grant => grant.Role), playbook)),
    ];

    private static Grant? Parse(string text)
    {
        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        return Enum.GetNames<Role>().FirstOrDefault(name => name.Equals(parts[0], StringComparison.OrdinalIgnoreCase)) is { } role
            && parts is not [_, ""] && Grant.Parse(string.Join(':', [role, .. parts.Skip(1)])) is { } grant
            && (grant.Role != Role.Admin || grant.Playbook is null) ? grant : null;
    }
}
