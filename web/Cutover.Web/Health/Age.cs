using System.Globalization;

namespace Cutover.Web.Health;

/// <summary>How long ago something was, as a person says it.</summary>
public static class Age
{
    public static string InWords(TimeSpan age) => age switch
    {
        { TotalSeconds: < 1 } => "just now",
        { TotalMinutes: < 1 } => Ago(age.TotalSeconds, "s"),
        { TotalHours: < 1 } => Ago(age.TotalMinutes, "min"),
        { TotalDays: < 2 } => Ago(age.TotalHours, "h"),
        _ => Ago(age.TotalDays, "days"),
    };

    private static string Ago(double amount, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(amount):0} {unit} ago");
}
