using System.Collections.Immutable;
using Cutover.Core.Runs;
using Cutover.Engine.Views;

namespace Cutover.Web.Components.Run;

/// <summary>What an act does to the weights of one pair, source/target.</summary>
public sealed record WeightChange(string Record, string Now, string Then)
{
    /// <summary>One for each pair; empty for an act that leaves the weights alone.</summary>
    public static ImmutableArray<WeightChange> Of(RunView run, ActView act) => act.Act switch
    {
        OperatorAct.RollBack => [.. run.Records.Select(record => new WeightChange(record.Record, record.Applied, record.Initial))],
        OperatorAct.Approve => ToStep(run, run.Summary.Step + 1),
        OperatorAct.StepBack => ToStep(run, run.Summary.Step - 1),
        _ => [],
    };

    private static ImmutableArray<WeightChange> ToStep(RunView run, int number) =>
        run.Steps.FirstOrDefault(step => step.Number == number) is { } step
            ? [.. run.Records.Select(record => new WeightChange(record.Record, record.Applied, step.Weights))]
            : [];
}
