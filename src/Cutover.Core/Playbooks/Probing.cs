using System.Collections.Immutable;

namespace Cutover.Core.Playbooks;

/// <summary>How both stacks are probed; each figure is for one stack.</summary>
/// <param name="Handshakes">Handshakes begun a second.</param>
/// <param name="Connections">Connections kept open.</param>
/// <param name="MaxConnections">Most connections at any moment, held ones and dials together.</param>
/// <param name="ConnectsPerSecond">Openings of held connections a second.</param>
/// <param name="Beat">What is sent over a held connection.</param>
/// <param name="Interval">Time between two beats of one connection.</param>
/// <param name="Deadline">A beat unanswered for this long is silence.</param>
/// <param name="Timeout">Time from the start of a dial to its 101, or to the reply when one is expected.</param>
/// <param name="Header">Further headers of the upgrade request, by name.</param>
/// <param name="Subprotocol">Offered, and then required; null for none.</param>
/// <param name="FirstMessage">Sent right after the 101; null for none.</param>
/// <param name="Reply">What a message of the stack must contain before a dial counts as good; null to wait for none.</param>
public sealed record Probing(
    int Handshakes,
    int Connections,
    int MaxConnections,
    int ConnectsPerSecond,
    ProbeBeat Beat,
    TimeSpan Interval,
    TimeSpan Deadline,
    TimeSpan Timeout,
    ImmutableSortedDictionary<string, ProbeText> Header,
    string? Subprotocol,
    ProbeText? FirstMessage,
    string? Reply)
{
    /// <summary>What holds where a playbook says nothing.</summary>
    public static Probing Default { get; } = new(
        10,
        10,
        1_000,
        50,
        ProbeBeat.Ping,
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(2),
        TimeSpan.FromSeconds(5),
        ImmutableSortedDictionary<string, ProbeText>.Empty,
        null,
        null,
        null);
}
