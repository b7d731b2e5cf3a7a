using Cutover.Core.Statistics;

namespace Cutover.Engine.Gates;

/// <summary>Makes whole events of parts: what is left of one goes into the next stretch.</summary>
internal sealed class WholeEvents
{
    // Parts of one event that were spread over two stretches add up to a little less than it.
    private const double Rounding = 1e-6;
    private double rest;

    public Tally Take((double Failed, double Begun) counted)
    {
        rest += counted.Failed;
        var whole = Math.Floor(rest + Rounding);
        rest -= whole;
        return new Tally((long)whole, counted.Begun);
    }
}
