using System.Collections.Frozen;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>CloudWatch's units.</summary>
internal static class Units
{
    private static readonly string[] Sizes =
    [
        "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits",
        "Count",
    ];

    private static readonly FrozenSet<string> All =
        Sizes.Concat(Sizes.Select(size => $"{size}/Second"))
            .Concat(["Seconds", "Microseconds", "Milliseconds", "Percent", "None"])
            .ToFrozenSet();

    /// <summary>The unit of a parameter, null when it is absent.</summary>
    internal static string? Unit(this QueryNode node)
    {
        var unit = node.Text("Unit");
        return unit is null || All.Contains(unit)
            ? unit
            : throw new RefusedException(CloudWatchError.InvalidValue(
                $"The value for parameter {node.Name("Unit")} is not one of CloudWatch's units."));
    }
}
