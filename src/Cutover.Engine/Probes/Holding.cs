using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Probes;

/// <summary>What all connections held to one stack share.</summary>
internal sealed record Holding(
    ProbeTarget Target, ProbeOptions Options, ProbeWindow Window, TimerWheel Wheel, TimeProvider Time, Random Random, ILogger Logger)
{
    public FrameKind BeatKind { get; } = Options.Beat == Probes.BeatKind.Ping ? FrameKind.Ping : FrameKind.Text;

    public FrameKind AnswerKind { get; } = Options.Beat == Probes.BeatKind.Ping ? FrameKind.Pong : FrameKind.Text;

    /// <summary>
    /// How long to wait after an answer. Beats are an interval apart, but for the second, which comes anywhere in it: connections that were
    /// opened together must not beat together ever after.
    /// </summary>
    public TimeSpan UntilNextBeat(TimeSpan took, bool isFirst) =>
        (isFirst ? Options.BeatInterval * Random.NextDouble() : Options.BeatInterval) - took;

    public void Broke(Exception bug) => Log.ProbeBroke(Logger, Target.Stack, bug);
}
