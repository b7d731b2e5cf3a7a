using Cutover.Core.Dns;
using Cutover.Core.Runs;
using HostedZone = Cutover.Lab.Route53.Zones.HostedZone;

namespace Cutover.Engine.Tests.Interleavings;

/// <summary>Holds every accepted batch of a Cutover against what the zone really held and who really wrote it.</summary>
internal sealed class Judge(IReadOnlyList<CutoverActor> cutovers, Wire wire, Tally tally, HostedZone zone)
{
    private readonly Dictionary<string, PairWeights> written = [];
    private readonly HashSet<string> stepped = [];
    private readonly List<string> wrong = [];

    public PairContent Content { get; private set; } = PairContent.Of(zone.Accepted);

    /// <summary>How many batches of each actor were accepted.</summary>
    public Dictionary<string, int> Batches { get; } = Client.Actors.ToDictionary(actor => actor, _ => 0);

    /// <summary>Which rules were broken, in words.</summary>
    public IReadOnlyList<string> Wrong => wrong;

    public int BatchesOfOthers(string actor) => Batches.Where(batches => batches.Key != actor).Sum(batches => batches.Value);

    /// <summary>To be called when the zone accepted a batch.</summary>
    public void Accepted()
    {
        var (before, request) = (Content, wire.Current!);
        Content = PairContent.Of(zone.Accepted);
        Batches[request.Actor]++;
        tally.Count($"batches accepted of {(cutovers.Any(actor => actor.Name == request.Actor) ? "Cutovers" : request.Actor)}");
        if (cutovers.FirstOrDefault(actor => actor.Name == request.Actor) is { } cutover)
        {
            Check(cutover, request.Call!.Apply!, before);
            CheckMark(cutover, request, before);
            written[cutover.Name] = Content.Weights ?? default;
        }
    }

    private void Check(CutoverActor cutover, ApplyWeightsCommand apply, PairContent before)
    {
        Demand(Content.Weights is not null, cutover, "left the pair with a sibling missing", before);
        Demand(IsAskedFor(cutover, apply), cutover, $"wrote what nobody asked for, and was asked for {apply.Wanted.InWords()}", before);
        Demand(MayReplace(cutover, apply, before), cutover, "replaced what it had not written, read or been told to replace", before);
        Demand(Content.HasThird == before.HasThird, cutover, "touched the third sibling", before);
    }

    // A step that was cut off and comes late may find its mark gone, or another's: its run, which is rolling back, undoes it.
    private void CheckMark(CutoverActor cutover, HeldRequest request, PairContent before)
    {
        var apply = request.Call!.Apply!;
        var isStep = !apply.Release && !apply.Overwrite && apply.Shown is null;
        Demand(IsFree(before, cutover) || Content.Owner == before.Owner, cutover, "touched another's mark", before);
        if (isStep && !request.IsAbandoned && cutover.Plan.Owner is { } owner)
        {
            Demand(IsFree(before, cutover), cutover, "wrote a step over another's mark", before);
            Demand(Content.Owner == owner, cutover, "wrote a step without its mark", before);
            stepped.Add(cutover.Name);
            Demand(stepped.Count == 1, cutover, "writes steps while the other has not given the pair back", before);
        }

        if (apply.Release)
        {
            stepped.Remove(cutover.Name);
        }
    }

    private static bool IsFree(PairContent before, CutoverActor cutover) => before.Owner is null || before.Owner == cutover.Plan.Owner;

    private bool IsAskedFor(CutoverActor cutover, ApplyWeightsCommand apply)
    {
        var weights = Content.Weights;
        return weights == apply.Wanted[0].Weights
            && (weights == cutover.Plan.Initial[0].Weights || cutover.Plan.Steps.Any(step => step.Weights[0].Weights == weights));
    }

    private bool MayReplace(CutoverActor cutover, ApplyWeightsCommand apply, PairContent before)
    {
        if (apply.Overwrite)
        {
            return cutover.MayOverwrite;
        }

        var initial = cutover.Plan.Initial[0].Weights;
        PairWeights?[] own =
            [written.GetValueOrDefault(cutover.Name, initial), cutover.Acknowledged, apply.Wanted[0].Weights];
        var passes = before is { IsWhole: true, Weights: { } found } && (own.Contains(found) || cutover.Doubtful.Contains(found));
        return passes || IsShown(apply, before);
    }

    private static bool IsShown(ApplyWeightsCommand apply, PairContent before) =>
        apply.Shown is { } shown
        && shown.Differences.IsEmpty == before.IsWhole
        && shown.Weights.Select(pair => (PairWeights?)pair.Weights).FirstOrDefault() == before.Weights;

    private void Demand(bool held, CutoverActor cutover, string what, PairContent before)
    {
        if (!held)
        {
            wrong.Add($"{cutover.Name} {what}: {before} became {Content}");
        }
    }
}
