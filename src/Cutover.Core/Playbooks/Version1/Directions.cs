using Cutover.Core.Playbooks.Format;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Version1;

internal static class Directions
{
    /// <summary>Refuses an objective that would fail when all is well.</summary>
    public static void Refuse(Section section, Located<Goal> objective, string what, bool moreIsBetter)
    {
        var turned = objective.Value with { Comparison = moreIsBetter ? Comparison.GreaterOrEqual : Comparison.LessOrEqual };
        var better = moreIsBetter ? "more is better" : "less is better";
        section.Refuse(
            objective.Place,
            $"of {what} {better}, so this gate would fail while all is well",
            objective.Place.With(ObjectiveNotation.Write(turned)));
    }
}
