using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cutover.Core.Plans;
using Cutover.Engine.Api;
using Cutover.Engine.Runs;
using Cutover.Engine.Views;

namespace Cutover.Cli.Tests.Hosting;

/// <summary>What a scripted host knows. It outlives the host, as a database does.</summary>
internal sealed class ScriptedWorld
{
    private readonly ConcurrentDictionary<long, ScriptedRun> runs = new();

    public RunFeed Feed { get; } = new();

    public DateTimeOffset Now { get; } = DateTimeOffset.UtcNow;

    public ZoneView Zone { get; set; } = Examples.Zone;

    /// <summary>What "adopt" and "finish" work on.</summary>
    public ScriptedZone ConvertedZone { get; } = new();

    /// <summary>What a backtest comes to; null refuses it.</summary>
    public BacktestView? Backtest { get; set; }

    /// <summary>The backtest that was asked for last.</summary>
    public BacktestRequest? BacktestAsked { get; set; }

    /// <summary>Route 53 cannot be read.</summary>
    public bool ZoneIsDown { get; set; }

    /// <summary>The token that is let in; null lets everyone in.</summary>
    public string? Token { get; set; }

    /// <summary>Whoever is let in may not do anything.</summary>
    public bool Forbids { get; set; }

    /// <summary>How many answers to requests with a key are lost: each is done, and then the connection is cut.</summary>
    public int AnswersLost { get; set; }

    /// <summary>Answers by their key, as the host keeps them.</summary>
    public ConcurrentDictionary<string, (int Status, object Body)> Kept { get; } = new();

    /// <summary>The acts that were sent, repeated ones too.</summary>
    public ConcurrentQueue<ActRequest> Acts { get; } = new();

    /// <summary>Headers of every request.</summary>
    public ConcurrentQueue<(string? Operator, string? Authorization)> Asked { get; } = new();

    /// <summary>A run whose preflight is over, or one that still waits for it.</summary>
    public ScriptedRun Start(string who = "kim", string? reason = null, bool inPreflight = false) =>
        Start(Examples.Plan, who, reason, inPreflight);

    public ScriptedRun Start(Plan plan, string who = "kim", string? reason = null, bool inPreflight = false)
    {
        var run = new ScriptedRun(
            runs.Count + 1, plan, who, reason, Now, moved => Feed.Publish(new RunMoved(moved.Id, moved.Decisions.Length)), inPreflight);
        runs[run.Id] = run;
        return run;
    }

    public ScriptedRun? Find(long id) => runs.GetValueOrDefault(id);

    public ImmutableArray<RunSummaryView> List(int skip, int take) =>
        [.. runs.Values
            .Select(run => run.Summary)
            .OrderByDescending(run => run.IsOpen)
            .ThenByDescending(run => run.Id)
            .Skip(skip)
            .Take(take)];
}
