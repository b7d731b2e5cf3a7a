using Microsoft.Extensions.Logging;

namespace Cutover.Engine.Probes;

/// <summary>What all connections held to one stack share.</summary>
internal sealed record Holding(
    ProbeTarget Target, ProbeOptions Options, ProbeWindow Window, TimerWheel Wheel, TimeProvider Time, Random Random, ILogger Logger)
{
    public FrameKind BeatKind { get; } = Options.Beat == Probes.BeatKind.Ping ? FrameKind.Ping : FrameKind.Text;

    public FrameKind AnswerKind { get; } = Options.Beat == Probes.BeatKind.Ping ? FrameKind.Pong : FrameKind.Text;

    /// <summary>
    /// In ticks of the wheel: beats are sent together with others that are due within a twentieth of their interval, 50 ms at most.
    /// </summary>
    public int BeatGrid { get; } = (int)Math.Clamp(Options.BeatInterval / 20 / TimerWheel.Tick, 1, 5);

    /// <summary>
    /// Beats are an interval apart, and the first comes anywhere in one: connections that were opened together must not beat together ever
    /// after, and a stack that thousands return to must not be asked twice as much.
    /// </summary>
    public TimeSpan UntilFirstBeat() => Options.BeatInterval * Random.NextDouble();

    public void Broke(Exception bug) => Log.ProbeBroke(Logger, Target.Stack, bug);
}
