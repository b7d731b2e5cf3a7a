using Cutover.Core.Plans;
using Cutover.Core.Runs;
using Cutover.Core.Tests.Runs.Random;

namespace Cutover.Core.Tests.Runs.Rules;

public sealed class Rule07Tests
{
    [Fact]
    public void Replaying_a_written_journal_gives_every_stored_state_and_command() => RandomRuns.Obey((plan, turns) =>
    {
        var written = RunJson.Read<Plan>(RunJson.Write(plan));
        var state = default(RunState);
        foreach (var turn in turns)
        {
            var happened = RunJson.Read<RunEvent>(RunJson.Write(turn.Event));
            var decision = state is null
                ? RunMachine.Start(written, (StartedEvent)happened, turn.At)
                : RunMachine.Decide(written, state, happened, turn.At);
            Assert.Equal(RunJson.Write(turn.Decision), RunJson.Write(decision));
            state = RunJson.Read<RunState>(RunJson.Write(decision.State));
        }
    });

    [Fact]
    public void What_is_written_down_is_read_back_without_loss() => RandomRuns.Obey((plan, turns) =>
    {
        SameText(plan);
        foreach (var turn in turns)
        {
            SameText(turn.Event);
            SameText(turn.After);
            Assert.All(turn.Decision.Commands, SameCommand);
        }
    });

    private static void SameCommand(RunCommand command)
    {
        var read = RunJson.Read<RunCommand>(RunJson.Write(command));
        Assert.Equal(RunJson.Write(command), RunJson.Write(read));
        // Arrays are equal only when they are the same one; everything else of a command is compared by value.
        Assert.Equal(
            Bare(command),
            Bare(read));
    }

    private static RunCommand Bare(RunCommand command) => command switch
    {
        ApplyWeightsCommand apply => apply with { Wanted = [], Known = [], Shown = null },
        ObserveAnswersCommand observe => observe with { Wanted = [], Before = [] },
        _ => command,
    };

    private static void SameText<T>(T value)
    {
        var text = RunJson.Write(value);
        Assert.Equal(text, RunJson.Write(RunJson.Read<T>(text)));
    }
}
