using System.Text.Json.Nodes;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Format;

/// <summary>The forms of single values that have to do with the statistics of stacks.</summary>
internal static class StatisticsScalars
{
    public static ScalarFormat<Uri> Http { get; } =
        Text("an http or https URL", StatisticsNotation.ReadHttp, StatisticsNotation.HttpPattern, "\"http://10.0.0.5:9901\"");

    public static ScalarFormat<Uri> Haproxy { get; } = Text(
        "an address of HAProxy's statistics",
        StatisticsNotation.ReadHaproxy,
        StatisticsNotation.HaproxyPattern,
        "\"http://10.0.0.4:8404/stats;csv\"",
        "\"unix:///run/haproxy.sock\"",
        "\"tcp://10.0.0.4:9999\"");

    public static ScalarFormat<CredentialsReference> Credentials { get; } = Text(
        "where credentials are found",
        CredentialsNotation.Read,
        CredentialsNotation.Pattern,
        "\"env:HAPROXY_STATS\"", "\"file:/run/secrets/stats\"");

    public static ScalarFormat<ConnectionShareCondition> Until { get; } =
        Text("what a step waits for", UntilNotation.Read, UntilNotation.Pattern, "connections >= 45 %");

    public static ScalarFormat<StackMeasure> Measure { get; } =
        Words.Of("something that stacks count", [.. Enum.GetValues<StackMeasure>().Select(measure => (measure.Keyword(), measure))]);

    private static ScalarFormat<T> Text<T>(string what, Func<string, Parsed<T>> read, string pattern, params string[] examples) =>
        new(what, read)
        {
            Examples = [.. examples],
            Schema = new JsonObject { ["type"] = "string", ["pattern"] = pattern },
            IsText = true,
        };
}
