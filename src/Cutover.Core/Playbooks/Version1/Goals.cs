using Cutover.Core.Playbooks.Format;

namespace Cutover.Core.Playbooks.Version1;

/// <summary>What a gate wants: an objective or a burn.</summary>
internal static class Goals
{
    /// <summary>The one that stands there; null where none does, or it cannot be read.</summary>
    public static Located<Goal>? Read(Section section)
    {
        var (objective, burn) = (section.Read(GateFormat.Objective), section.Read(GateFormat.Burn));
        if (section.Has(GateFormat.Objective) && section.Has(GateFormat.Burn))
        {
            section.RefuseKey(
                GateFormat.Burn, "a gate has an objective or a burn, and the objective stands here already", "either objective or burn");
            return null;
        }

        return objective ?? (burn is null ? null : new Located<Goal>(burn.Value, burn.Place));
    }
}
