namespace Cutover.Lab.CloudWatch.Alarms;

/// <summary>When a value breaches a threshold.</summary>
internal sealed record AlarmComparison(string Name, string Words, Func<double, double, bool> Breaches)
{
    private static readonly AlarmComparison[] All =
    [
        new("GreaterThanThreshold", "greater than", (value, threshold) => value > threshold),
        new("GreaterThanOrEqualToThreshold", "greater than or equal to", (value, threshold) => value >= threshold),
        new("LessThanThreshold", "less than", (value, threshold) => value < threshold),
        new("LessThanOrEqualToThreshold", "less than or equal to", (value, threshold) => value <= threshold),
    ];

    internal static AlarmComparison? TryParse(string name) => Array.Find(All, comparison => comparison.Name == name);
}
