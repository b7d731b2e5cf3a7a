using System.Globalization;

namespace Cutover.Lab.CloudWatch.Protocol;

/// <summary>Typed reading of query parameters. A malformed value is an error that names its parameter.</summary>
internal static class QueryValues
{
    internal static double? Number(this QueryNode node, string name) =>
        node.Find(name) is { } child ? child.AsNumber() : null;

    internal static double RequiredNumber(this QueryNode node, string name) => node.Section(name).AsNumber();

    internal static double AsNumber(this QueryNode node) =>
        double.TryParse(node.Read(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Malformed(node, "a number");

    internal static int? Integer(this QueryNode node, string name)
    {
        if (node.Text(name) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Malformed(node.Section(name), "an integer");
    }

    internal static int RequiredInteger(this QueryNode node, string name) =>
        node.Integer(name) ?? throw new RefusedException(CloudWatchError.Missing(node.Name(name)));

    internal static bool Flag(this QueryNode node, string name, bool otherwise) => node.Text(name) switch
    {
        null => otherwise,
        "true" => true,
        "false" => false,
        _ => throw Malformed(node.Section(name), "true or false"),
    };

    internal static DateTimeOffset? Time(this QueryNode node, string name)
    {
        if (node.Text(name) is not { } text)
        {
            return null;
        }

        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var time)
            ? time
            : throw Malformed(node.Section(name), "a time in ISO 8601");
    }

    internal static DateTimeOffset RequiredTime(this QueryNode node, string name) =>
        node.Time(name) ?? throw new RefusedException(CloudWatchError.Missing(node.Name(name)));

    /// <summary>Text between 1 and <paramref name="longest"/> characters.</summary>
    internal static string Bounded(this QueryNode node, string name, int longest)
    {
        var text = node.Required(name);
        return text.Length >= 1 && text.Length <= longest
            ? text
            : throw new RefusedException(CloudWatchError.InvalidValue(
                $"The parameter {node.Name(name)} must be 1 to {longest} characters long."));
    }

    private static RefusedException Malformed(QueryNode node, string what) =>
        new(CloudWatchError.InvalidValue($"The value for parameter {node.Path} must be {what}."));
}
