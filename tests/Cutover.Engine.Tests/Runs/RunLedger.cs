using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Engine.Storage;
using Microsoft.EntityFrameworkCore;

namespace Cutover.Engine.Tests.Runs;

/// <summary>Everything a database file holds of one run, read past the engine that wrote it.</summary>
internal sealed record RunLedger(RunRecord Row, IReadOnlyList<DecisionRecord> Decisions, IReadOnlyList<CommandRecord> Commands, int Claims)
{
    public Plan Plan => RunJson.Read<Plan>(Row.Plan);

    public RunState State => RunJson.Read<RunState>(Row.State);

    /// <summary>The weights that the database believes in force, source/target.</summary>
    public string Applied => State.Applied.Single().Weights.ToString();

    /// <summary>Opens the file without the engine.</summary>
    public static CutoverContext Open(string database)
    {
        var options = new DbContextOptionsBuilder<CutoverContext>();
        EngineServices.UseSqlite(options, database);
        return new CutoverContext(options.Options);
    }

    public static async Task<RunLedger> ReadAsync(string database, long run, CancellationToken cancellation)
    {
        await using var context = Open(database);
        return new RunLedger(
            await context.Runs.AsNoTracking().SingleAsync(row => row.Id == run, cancellation),
            await context.Decisions.AsNoTracking().Where(row => row.RunId == run).OrderBy(row => row.Sequence).ToListAsync(cancellation),
            await context.Commands.AsNoTracking().Where(row => row.RunId == run).OrderBy(row => row.Id).ToListAsync(cancellation),
            await context.Claims.CountAsync(row => row.RunId == run, cancellation));
    }

    /// <summary>What the machine makes of the stored events, from the first to the last.</summary>
    public RunState Replay()
    {
        var plan = Plan;
        var begun = (StartedEvent)RunJson.Read<RunEvent>(Decisions[0].Event);
        return Decisions.Skip(1).Aggregate(
            RunMachine.Start(plan, begun, Decisions[0].At).State,
            (state, decision) => RunMachine.Decide(plan, state, RunJson.Read<RunEvent>(decision.Event), decision.At).State);
    }

    /// <summary>Nothing is lost, nothing is there twice, and nothing is left undone.</summary>
    public void AssertWhole()
    {
        Assert.Equal(Enumerable.Range(1, Decisions.Count).Select(number => (long)number), Decisions.Select(decision => decision.Sequence));
        Assert.Equal(Decisions.Count, Row.Sequence);
        Assert.Equal(Row.State, RunJson.Write(Replay()));
        Assert.False(Row.IsOpen);
        Assert.Single(Decisions, decision => decision.Phase.IsFinished());
        Assert.Equal(0, Claims);
        Assert.DoesNotContain(Commands, command => command.DoneAt is null);
    }
}
