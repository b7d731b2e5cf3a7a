namespace Cutover.Web.Components.Library;

/// <summary>Where the pages of a playbook are. A name may hold anything that can be shown.</summary>
public static class PlaybookLinks
{
    public const string New = "/new-playbook";

    public static string Of(string name) => $"/playbooks/{Uri.EscapeDataString(name)}";

    public static string Edit(string name) => Of(name) + "/edit";

    public static string Version(string name, int number) => FormattableString.Invariant($"{Of(name)}?version={number}");

    public static string Diff(string name, int from, int to) => FormattableString.Invariant($"{Of(name)}?version={to}&from={from}");

    /// <summary>The text as a file.</summary>
    public static string File(string name, int number) => FormattableString.Invariant($"{Of(name)}/file?version={number}");
}
