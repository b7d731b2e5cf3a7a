using System.Text.Json.Nodes;
using Cutover.Core.Dns;
using Cutover.Core.Playbooks.Notation;

namespace Cutover.Core.Playbooks.Format;

/// <summary>The forms that single values of a playbook have.</summary>
internal static class Scalars
{
    public static ScalarFormat<int> Version { get; } = new("the version of the format", ReadVersion)
    {
        Examples = ["1"],
        IsNumber = true,
        Schema = new JsonObject { ["type"] = "integer", ["const"] = Playbook.FormatVersion },
    };

    public static ScalarFormat<string> Name { get; } = Text("a name", NameNotation.Read, NameNotation.Pattern, "wss-primary");

    public static ScalarFormat<string> NameWithStack { get; } =
        Text("a name", NameNotation.ReadWithStack, NameNotation.Pattern, "\"{stack}\"");

    public static ScalarFormat<string> Dimension { get; } =
        Text("a name", NameNotation.ReadDimension, NameNotation.Pattern, "\"{stack}\"", "\"{cohort}\"");

    public static ScalarFormat<string> Zone { get; } =
        Text("a hosted zone's name or id", DomainNotation.ReadZone, DomainNotation.ZonePattern, "example.com", "Z0123456789ABCDEFGHIJ");

    public static ScalarFormat<string> Domain { get; } =
        Text("a domain name", DomainNotation.Read, DomainNotation.Pattern, "wss.example.com");

    public static ScalarFormat<Uri> Endpoint { get; } =
        Text("a ws or wss URL", EndpointNotation.Read, EndpointNotation.Pattern, "\"wss://envoy.internal.example/\"");

    public static ScalarFormat<string> Stat { get; } =
        Text("a statistic", StatNotation.Read, StatNotation.Pattern, "Sum", "Average", "p99");

    public static ScalarFormat<string> Expression { get; } =
        Text("metric math", MetricMath.Read, $"^.{{1,{MetricMath.Longest}}}$", "\"100 * m2 / m1\"");

    public static ScalarFormat<Goal> Objective { get; } =
        Text(
            "an objective",
            ObjectiveNotation.Read,
            ObjectiveNotation.Pattern,
            "\"< 5\"", "\">= 99.5 %\"", "\"<= 250 ms\"", "\"<= 1.1 x source\"");

    public static ScalarFormat<BreachRule> Breach { get; } =
        Text("a breach rule", BreachNotation.Read, BreachNotation.Pattern, "2 of 3", "1 of 1");

    public static ScalarFormat<Share> Weight { get; } =
        Text("a percentage", PercentageNotation.Read, PercentageNotation.Pattern, "10 %", "0.5 %");

    public static ScalarFormat<TimeSpan> Duration { get; } =
        Text("a duration", ReadDuration, DurationNotation.Pattern, "1m", "10s", "1m30s", "1.5h");

    public static ScalarFormat<int> Count { get; } = new("a whole number", CountNotation.Read)
    {
        Examples = ["20"],
        IsNumber = true,
        Schema = new JsonObject { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = CountNotation.Most },
    };

    public static ScalarFormat<RecordType> RecordType { get; } =
        Words.Of("a record type", [.. Enum.GetValues<RecordType>().Select(type => (type.ToString(), type))]);

    public static ScalarFormat<GateKind> Kind { get; } =
        Words.Of("a kind of gate", [.. Enum.GetValues<GateKind>().Select(kind => (kind.Keyword(), kind))]);

    public static ScalarFormat<ProbeMeasure> Measure { get; } =
        Words.Of("something a probe measures", [.. Enum.GetValues<ProbeMeasure>().Select(measure => (measure.Keyword(), measure))]);

    public static ScalarFormat<string> Resolver { get; } =
        Text("the address of a resolver", ResolverNotation.Read, ResolverNotation.Pattern, "1.1.1.1", "\"8.8.8.8:53\"");

    public static ScalarFormat<string> Answer { get; } = Text(
        "an IP address or a name", AnswerNotation.Read, AnswerNotation.Pattern, "203.0.113.7", "envoy-1234.elb.eu-west-1.amazonaws.com");

    public static ScalarFormat<bool> Switch { get; } = new("on or off", SwitchNotation.Read)
    {
        Examples = ["on", "off"],
        Schema = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("on", "off") },
    };

    public static ScalarFormat<ApprovalRule> Approval { get; } = Words.Of(
        "what a step can ask for", ("required", ApprovalRule.Required), ("second-person", ApprovalRule.SecondPerson));

    private static ScalarFormat<T> Text<T>(string what, Func<string, Parsed<T>> read, string pattern, params string[] examples) =>
        new(what, read)
    {
        Examples = [.. examples],
        Schema = new JsonObject { ["type"] = "string", ["pattern"] = pattern },
        // Forms with a unit explain a bare number better than "not text" does.
        IsText = typeof(T) == typeof(string) || typeof(T) == typeof(Uri),
    };

    private static Parsed<TimeSpan> ReadDuration(string text)
    {
        var duration = DurationNotation.Read(text);
        return duration.IsGood && duration.Value == TimeSpan.Zero ? new Fault("a duration must be longer than zero", "1m") : duration;
    }

    private static Parsed<int> ReadVersion(string text) => text == "1"
        ? Playbook.FormatVersion
        : new Fault($"this build reads version {Playbook.FormatVersion} of the format, not \"{text}\"", "1");
}
