using Cutover.Core.Accounts;
using Cutover.Engine.Storage;

namespace Cutover.Web.Access.Pages;

/// <summary>Roles on pages.</summary>
internal static class Roles
{
    /// <summary>By name; null for anything else.</summary>
    public static Role? Parse(string name) => Enum.GetNames<Role>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<Role>(name) : null;

    public static string Words(Grant grant) =>
        $"{grant.Role.ToString().ToLowerInvariant()} of {(grant.Playbook is { } one ? one : "all playbooks")}";

    public static string Words(GrantRecord grant) => Words(grant.Granted()) + (grant.FromProvider ? " by single sign-on" : null);

    /// <summary>A choice among the roles up to one.</summary>
    public static Html Choice(Role most, Role chosen) =>
        $"""<label>Role <select name="role">{Html.Each(Enum.GetValues<Role>().Where(role => role <= most), role => Option(role, role == chosen))}</select></label>""";

    private static Html Option(Role role, bool isChosen)
    {
        Html selected = isChosen ? $" selected" : Html.Empty;
        return $"""<option value="{role}"{selected}>{role.ToString().ToLowerInvariant()}</option>""";
    }
}
