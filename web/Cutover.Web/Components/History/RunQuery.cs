using System.Collections.Immutable;
using System.Globalization;
using Cutover.Core.Runs;
using Cutover.Engine.Runs;

namespace Cutover.Web.Components.History;

/// <summary>What runs a page shows, as its address says it: a link to a page is a link to what was found.</summary>
/// <param name="Phase">What an open run is doing.</param>
/// <param name="Outcome">How a run ended.</param>
/// <param name="Before">Of those that are over, only runs with a smaller number.</param>
public sealed record RunQuery(
    RunPhase? Phase = null, RunPhase? Outcome = null, string? Playbook = null, string? Who = null, string? Text = null, long? Before = null)
{
    public static ImmutableArray<RunPhase> Phases { get; } = [.. Enum.GetValues<RunPhase>().Where(phase => !phase.IsFinished())];

    public static ImmutableArray<RunPhase> Outcomes { get; } = [.. Enum.GetValues<RunPhase>().Where(phase => phase.IsFinished())];

    /// <summary>Nothing is looked for: everything is shown.</summary>
    public bool IsEmpty => this with { Before = null } == new RunQuery();

    public bool ShowsOpen => Outcome is null && Before is null;

    public bool ShowsFinished => Phase is null;

    public RunFilter Open => new(Phase, Playbook, Who, Text);

    public RunFilter Finished => new(Outcome, Playbook, Who, Text);

    /// <summary>What cannot be read is as if it were not there: an address may be mistyped.</summary>
    public static RunQuery Of(string? phase, string? outcome, string? playbook, string? who, string? text, long? before) => new(
        Known(phase, Phases), Known(outcome, Outcomes), Clean(playbook), Clean(who), Clean(text), before);

    /// <summary>The address of this on a page.</summary>
    public string On(string path)
    {
        (string Name, string? Value)[] all =
        [
            ("phase", Phase?.ToString()), ("outcome", Outcome?.ToString()), ("playbook", Playbook), ("who", Who), ("text", Text),
            ("before", Before?.ToString(CultureInfo.InvariantCulture)),
        ];
        var given = all.Where(one => one.Value is not null).Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value!)}").ToList();
        return given.Count == 0 ? path : $"{path}?{string.Join('&', given)}";
    }

    private static RunPhase? Known(string? name, ImmutableArray<RunPhase> phases) =>
        phases.Where(phase => phase.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)).Cast<RunPhase?>().FirstOrDefault();

    private static string? Clean(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
