using System.Globalization;

namespace Cutover.Core.Playbooks;

public static class ObjectiveUnitExtensions
{
    /// <summary>A value as people read it, for example "99.5 %" or "12.4 ms".</summary>
    public static string Format(this ObjectiveUnit unit, double value) => unit switch
    {
        ObjectiveUnit.Percent => value.ToString("0.###", CultureInfo.InvariantCulture) + " %",
        ObjectiveUnit.Milliseconds => value.ToString("0.#", CultureInfo.InvariantCulture) + " ms",
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
