using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Cutover.Cli.Playbooks;
using Cutover.Core.Plans;
using Cutover.Core.Playbooks;

namespace Cutover.Cli.Problems;

/// <summary>Why a command did not do what was asked. With JSON output this is what stands on stderr.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>.</param>
/// <param name="Title">What is wrong, in a sentence without its full stop.</param>
/// <param name="Detail">More about it; null when there is nothing more to say.</param>
/// <param name="Next">What to do about it; null when the title says enough.</param>
/// <param name="Status">The host's HTTP status; null when the problem is not the host's.</param>
/// <param name="Problems">What is wrong with the playbook's text.</param>
/// <param name="Refusals">What of the zone stands in the way.</param>
internal sealed record CommandProblem(
    int ExitCode,
    string Title,
    string? Detail = null,
    string? Next = null,
    int? Status = null,
    ImmutableArray<PlaybookProblem>? Problems = null,
    ImmutableArray<Refusal>? Refusals = null)
{
    /// <summary>The text that <see cref="Problems"/> are about, so that its lines can be shown.</summary>
    [JsonIgnore]
    public PlaybookSource? Source { get; init; }

    /// <summary>The request may have reached the host, and may have been done: its answer was lost, or is not there yet.</summary>
    [JsonIgnore]
    public bool MayBeUnderWay { get; init; }

    /// <summary>True when the same request may succeed in a moment: the host restarts, or something before it does.</summary>
    [JsonIgnore]
    public bool MayPass => ExitCode == ExitCodes.HostUnreachable || Status >= 500;
}
