using System.Globalization;

namespace Cutover.Core.Playbooks;

public static class ObjectiveUnitExtensions
{
    /// <summary>A value as people read it, for example "99.5 %" or "12.4 ms".</summary>
    public static string Format(this ObjectiveUnit unit, double value) => unit switch
    {
        ObjectiveUnit.Percent => value.ToString("0.###", CultureInfo.InvariantCulture) + " %",
        ObjectiveUnit.Milliseconds => value.ToString("0.#", CultureInfo.InvariantCulture) + " ms",
        ObjectiveUnit.Burn => value.ToString(value < 10 ? "0.##" : value < 100 ? "0.#" : "N0", CultureInfo.InvariantCulture) + "x",
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
